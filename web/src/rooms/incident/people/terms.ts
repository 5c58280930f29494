import type { DetailAnswer } from '../../../../../src/rooms/api/contract.ts'

type Term = DetailAnswer['roles'][number]

/** A time in a role, and where it lies within that of the incident, in percent. */
export type Placed = { term: Term; from: number; width: number; isOver: boolean }

/** A moment is seen, however short it was; in percent. */
const leastWidth = 1.5

/** Places who had which role within the time from the declaration until the end; `now` in milliseconds. */
export function placed({ incident, roles }: Pick<DetailAnswer, 'incident' | 'roles'>, now: number): Placed[] {
  const first = Math.min(Date.parse(incident.declared_at), ...roles.map(({ since }) => Date.parse(since)))
  const isOpen = incident.status === 'responding' || incident.status === 'recovered'
  const ends = [incident.completed_at, incident.recovered_at, ...roles.map(({ until }) => until)]
  const last = isOpen ? now : Math.max(first, ...ends.flatMap((at) => (at ? [Date.parse(at)] : [])))
  const share = (ms: number) =>
    last > first ? (Math.min(Math.max(ms - first, 0), last - first) / (last - first)) * 100 : 0
  return roles.map((term) => {
    const from = Math.min(share(Date.parse(term.since)), 100 - leastWidth)
    const to = term.until ? share(Date.parse(term.until)) : 100
    return { term, from, width: Math.max(to - from, leastWidth), isOver: term.until !== null }
  })
}
