import type { Insertable } from 'kysely'
import type { Schema } from '../../src/kit/db/index.ts'
import { createIds } from '../../src/kit/ids.ts'
import type { Actor, NewFact } from '../../src/rooms/facts/index.ts'
import type { Chance } from './chance.ts'

export type Row<Table extends keyof Schema> = Insertable<Schema[Table]>

/** Rows by the names of their tables, each a plain object whose columns are ready for JSON. */
export type Rows = Map<keyof Schema, object[]>

/** A fact without its subject, which is the incident. */
type Said = NewFact extends infer Each ? (Each extends NewFact ? Omit<Each, 'subject'> : never) : never

/** All rows of one incident while its story is written. `incident` and `channel` change until the end. */
export type Diary = {
  readonly incident: Row<'incidents'>
  readonly channel: Row<'incident_channels'>
  readonly rows: Rows
  add<Table extends keyof Schema>(table: Table, row: Row<Table>): void
  /** Records a fact; `closeDiary` counts it among its kind. */
  fact(actor: Actor, at: Date, fact: Said): void
  /** An id as the bot makes them at this moment. */
  id(prefix: string, at: Date): string
}

export function openDiary(chance: Chance, incident: Row<'incidents'>, channel: Row<'incident_channels'>): Diary {
  const subject = `incident:${incident.id}`
  const rows: Rows = new Map<keyof Schema, object[]>([
    ['incidents', [incident]],
    ['incident_channels', [channel]],
  ])
  const put = (table: keyof Schema, row: object) => {
    const list = rows.get(table)
    if (list) list.push(row)
    else rows.set(table, [row])
  }
  const id = (prefix: string, at: Date) => idAt(chance, prefix, at)
  return {
    incident,
    channel,
    rows,
    add: put,
    fact(actor, at, { type, data }) {
      const by = { actor_kind: actor.kind, actor_id: actor.kind === 'person' ? actor.id : null }
      put('facts', { id: id('fct', at), subject, type, n: 0, at, ...by, data })
    },
    id,
  }
}

/** Puts what happened in order, counts it, and says that all of it is shown; `isShown`: else the bot shows it when it starts. */
export function closeDiary({ incident, rows }: Diary, isShown: boolean): Rows {
  const facts = (rows.get('facts') ?? []).filter((row): row is Row<'facts'> => 'type' in row)
  const inOrder = facts.toSorted((a, b) => Number(a.at) - Number(b.at))
  const counted = new Map<string, number>()
  for (const fact of inOrder) {
    fact.n = (counted.get(fact.type) ?? 0) + 1
    counted.set(fact.type, fact.n)
  }
  const version = inOrder.length
  const projection = { subject: `incident:${incident.id}`, version, rendered_version: isShown ? version : 0 }
  return rows.set('facts', inOrder).set('projections', [projection])
}

/** An id as the bot makes them at this moment. */
export const idAt = (chance: Chance, prefix: string, at: Date): string =>
  createIds({ now: () => at, setTimer: () => () => {} }, (size) => chance.bytes(size)).next(prefix)
