import type { Incident } from '../incident/index.ts'

/** What should be done before the response is over. Stored with what was waived: add, never rename. */
export type Left = { what: 'level' | 'postmortem' | 'provisional' } | { what: 'todos'; count: number }

/** What of the response is not done yet, in the order in which people would do it. `isOwing`: a postmortem is waited for. */
export function leftUndone(
  { level, postmortemOwner, permanence }: Pick<Incident, 'level' | 'postmortemOwner' | 'permanence'>,
  { openTodos, isOwing }: { openTodos: number; isOwing: boolean },
): Left[] {
  return [
    ...(openTodos > 0 ? [{ what: 'todos' as const, count: openTodos }] : []),
    ...(permanence === 'provisional' ? [{ what: 'provisional' as const }] : []),
    ...(level ? [] : [{ what: 'level' as const }]),
    ...(postmortemOwner || !isOwing ? [] : [{ what: 'postmortem' as const }]),
  ]
}
