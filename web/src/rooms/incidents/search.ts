import { look } from '../../kit/api/look.ts'

/** What a person looks for: it stands in the address, and nowhere else. */
export type Search = {
  status?: string
  service?: string
  level?: string
  type?: string
  tag?: string
  kind?: string
  visibility?: string
  person?: string
  q?: string
  from?: string
  to?: string
  sort?: string
  columns?: string
  cursor?: string
}

export const filterNames = [
  'status',
  'service',
  'level',
  'type',
  'tag',
  'kind',
  'visibility',
  'person',
  'q',
  'from',
  'to',
] as const
export type FilterName = (typeof filterNames)[number]

const names: readonly (keyof Search)[] = [...filterNames, 'sort', 'columns', 'cursor']

/** What an address says, as far as it is ours; empty values are none. */
export const readSearch = (said: Record<string, unknown>): Search =>
  Object.fromEntries(names.flatMap((name) => (said[name] ? [[name, String(said[name])]] : [])))

/** Another filter or order begins at the first page. */
export const fromTheFirst = ({ cursor: _, ...search }: Search, changed: Search = {}): Search =>
  readSearch({ ...search, ...changed })

/**
 * The same as the API is asked for it. Where nothing is said of the status, all that ever was; where nothing is said of the kind, what
 * was real: drills stand apart.
 */
export function queryOf({ status = 'all', kind = 'real', columns: _, ...rest }: Search): Record<string, string> {
  return { ...rest, status, ...(kind === 'all' ? {} : { kind }) }
}

/** A page of the list of what is looked for. */
export const lookFor = (search: Search) => look('/incidents', { query: { ...queryOf(search), limit: '50' } })

/** The same for a file: without its pages. */
export function exportOf(search: Search, format: 'csv' | 'json'): string {
  const { cursor: _, ...rest } = queryOf(search)
  return `api/v1/export?${new URLSearchParams({ ...rest, format })}`
}

/** How many filters narrow the list. */
export const filtersIn = (search: Search): FilterName[] => filterNames.filter((name) => search[name] !== undefined)

/** The columns of the table that somebody may leave out; what it is about is always there. */
export const columnNames = ['declared', 'status', 'level', 'service', 'lasted', 'handler'] as const
export type Column = (typeof columnNames)[number]

/** The columns that the address asks for; all of them where it says nothing. */
export function columnsIn({ columns }: Search): ReadonlySet<Column> {
  const said = columns?.split(',') ?? []
  return new Set(columns === undefined ? columnNames : columnNames.filter((name) => said.includes(name)))
}

/** The same as it stands in the address. */
export const columnsSaid = (chosen: ReadonlySet<Column>): string =>
  chosen.size === columnNames.length ? '' : columnNames.filter((name) => chosen.has(name)).join(',') || 'none'

/** What is saved of a view: the address without its page. */
export const viewQuery = ({ cursor: _, ...search }: Search): string => new URLSearchParams(search).toString()
