import { describe, expect, test } from 'vitest'
import { readableProblems, tablesOfIncidents } from './readable.ts'

const schema = `create table incidents (
  id text not null,
  constraint incidents_pkey PRIMARY KEY (id)
);
create table todos (
  incident_id text not null,
  words text
);
create table timers (
  id text not null
);
`
const tables = tablesOfIncidents(schema)
const problems = (source: string) => readableProblems('src/rooms/todos/store.ts', source, tables, {})

test('the tables are those that have the id of an incident, and that of incidents itself', () => {
  expect([...tables]).toEqual(['incidents', 'todos'])
})

describe('a query that forgets the right to know is caught', () => {
  test.each([
    ['of the builder', "export const all = (reader) => reader.selectFrom('todos').selectAll().execute()"],
    [
      'under another name',
      "export async function all(reader) { return reader.selectFrom('incidents as i').execute() }",
    ],
    ['of several tables', "export const all = (reader) => reader.selectFrom(['timers', 'todos']).execute()"],
    ['in a join', "export const all = (reader) => reader.selectFrom('timers').leftJoin('todos', 'a', 'b').execute()"],
    ['in plain SQL', 'export const all = (reader) => sql`select words from timers join todos on true`.execute(reader)'],
    [
      'in a count',
      "export const count = (reader) => reader.selectFrom('incidents').select(f => f.countAll()).execute()",
    ],
    [
      'by way of a helper',
      "const rows = (reader) => reader.selectFrom('todos')\nexport const all = (reader) => rows(reader).execute()",
    ],
    [
      'by what is no id of an incident',
      "export const of = (reader, id) => reader.selectFrom('todos').where('owner', '=', id).execute()",
    ],
  ])('%s', (_, source) => expect(problems(source)).toHaveLength(1))
})

describe('and no other is', () => {
  test.each([
    [
      'with the predicate',
      "export const all = (reader, v) => reader.selectFrom('incidents').where(readableBy(v)).execute()",
    ],
    [
      'by an id that was admitted',
      "export const of = (reader, id) => reader.selectFrom('todos').where('incident_id', '=', id).execute()",
    ],
    [
      'by several',
      "export const of = (reader, ids) => reader.selectFrom('incidents').where('id', 'in', ids).execute()",
    ],
    [
      'in plain SQL by its id',
      `export const of = (reader, id) => sql\`select from todos where incident_id = \${id}\`.execute(reader)`,
    ],
    [
      'whose helper is narrowed',
      "const rows = (reader) => reader.selectFrom('todos')\nexport const of = (r, id) => rows(r).where('incident_id', '=', id)",
    ],
    ['of other tables', "export const all = (reader) => reader.selectFrom('timers').execute()"],
    ['that only deletes', 'export const drop = (tx) => sql`delete from todos where closed`.execute(tx)'],
  ])('%s', (_, source) => expect(problems(source)).toEqual([]))
})

test('what is excused is let through, and told that it was met', () => {
  const met: string[] = []
  const source = "export const all = (reader) => reader.selectFrom('todos').execute()"
  const excused = { 'src/rooms/todos/store.ts: all': 'a reason' }
  expect(readableProblems('src/rooms/todos/store.ts', source, tables, excused, (each) => met.push(each))).toEqual([])
  expect(met).toEqual(Object.keys(excused))
})
