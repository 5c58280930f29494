import type { SearchAnswer } from '../../../../src/rooms/api/contract.ts'

type Kind = SearchAnswer['hits'][number]['kind']

/** Of what kind that can be which is found, in the order in which people choose. */
export const kinds = [
  'message',
  'update',
  'summary',
  'impact',
  'note',
  'postmortem',
  'action',
  'todo',
] as const satisfies readonly Kind[]

/** What a person looks for: it stands in the address, and nowhere else. */
export type Asked = { q?: string; service?: string; kind?: string; from?: string; to?: string; cursor?: string }

const names: readonly (keyof Asked)[] = ['q', 'service', 'kind', 'from', 'to', 'cursor']

/** What an address says, as far as it is ours; empty values are none. */
export const readAsked = (said: Record<string, unknown>): Asked =>
  Object.fromEntries(names.flatMap((name) => (said[name] ? [[name, String(said[name])]] : [])))
