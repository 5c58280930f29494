import { canonOf } from '../../src/rooms/search/canon.ts'
import { type Entry, placeRef } from '../../src/rooms/search/entry.ts'
import { gramsOf } from '../../src/rooms/search/lexemes.ts'
import type { Row, Rows } from './diary.ts'

/** A row of `search_entries`: what it is known by is written as PostgreSQL reads a tsvector. */
export type FoundRow = Omit<Row<'search_entries'>, 'grams'> & { grams: string }

/** What is found of an incident, as the search's own fill writes it of the same rows. */
export function foundIn(rows: Rows): FoundRow[] {
  // Each list holds the rows of its table: only `add` and `fact` of the diary write them.
  const of = <Table extends Parameters<Rows['get']>[0]>(table: Table) => (rows.get(table) ?? []) as Row<Table>[]
  const [incident] = of('incidents')
  if (!incident) return []
  const { id, service, visibility, declared_at: declaredAt } = incident
  const entry = (
    kind: Entry['kind'],
    ref: string,
    at: Date | string,
    words: string | null | undefined,
    saidIn: string | null = null,
  ) => {
    if (!words) return []
    const moment = new Date(at)
    const { norm } = canonOf(words)
    const [restricted, grams] = [visibility === 'private', vectorOf(gramsOf(norm, moment))]
    return [{ incident_id: id, kind, ref, at: moment, service, restricted, said_in: saidIn, words, norm, grams }]
  }
  return [
    ...entry('summary', 'summary', declaredAt, incident.summary),
    ...entry('impact', 'impact', declaredAt, incident.impact),
    ...of('updates').flatMap(({ n, at, condition, action }) =>
      entry('update', String(n), at, [condition, action].filter(Boolean).join('\n')),
    ),
    ...of('postmortem_texts').flatMap(({ section, at, words }) => entry('postmortem', section, at, words)),
    ...of('todos').flatMap((todo) => entry('todo', todo.id, todo.added_at, todo.words)),
    ...of('action_items').flatMap((item) => entry('action', item.id, item.added_at, item.title)),
    ...of('record_messages').flatMap(({ channel_id: channelId, ts, said_at, words }) => {
      const ref = placeRef({ channelId, ts })
      return entry('message', ref, said_at, words, ref)
    }),
  ]
}

const vectorOf = (grams: readonly string[]): string =>
  grams.map((gram) => `'${gram.replace(/['\\]/g, '$&$&')}'`).join(' ')
