import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './transaction.ts'

type Column = { name: string; type: string }
/** A table, what in it can hold an id, and the columns of each rule that its rows are unique by. */
type Table = { place: string; columns: Column[]; keys: string[][] }

const types = ['text', 'text[]', 'jsonb', 'json'] as const

/**
 * Puts one id in place of another in every table, the queue of jobs among them: the same thing of somebody else's is called
 * otherwise from now on. Only whole words are replaced. Where a row of the new id is there already, the old one goes.
 * Throws a RangeError for what is no id of letters and digits.
 */
export async function rewriteId(tx: Tx, from: string, to: string): Promise<void> {
  for (const id of [from, to]) if (!/^[A-Za-z0-9]{3,}$/.test(id)) throw new RangeError(`No id: ${id}`)
  const mentions = sql`strpos(old::text, ${from}) > 0`
  const renamed = ({ name, type }: Column): RawBuilder<unknown> =>
    sql`regexp_replace(old.${sql.raw(name)}::text, ${`\\m${from}\\M`}, ${to}, 'g')::${sql.raw(type)}`
  for (const { place, columns, keys } of await tablesThatMention(tx, mentions)) {
    const table = sql.raw(place)
    const held = new Map(columns.map((column) => [column.name, column]))
    for (const key of keys.filter((names) => names.some((name) => held.has(name)))) {
      const isSame = key.map((name) => {
        const column = held.get(name)
        return sql`new.${sql.raw(name)} = ${column ? renamed(column) : sql`old.${sql.raw(name)}`}`
      })
      await sql`
        delete from ${table} as old using ${table} as new
        where ${mentions} and new.ctid <> old.ctid and ${sql.join(isSame, sql` and `)}`.execute(tx)
    }
    const changes = columns.map((column) => sql`${sql.raw(column.name)} = ${renamed(column)}`)
    await sql`update ${table} as old set ${sql.join(changes)} where ${mentions}`.execute(tx)
  }
}

/** The tables with such rows: all are looked through in one statement, because on the embedded database everybody waits meanwhile. */
async function tablesThatMention(tx: Tx, mentions: RawBuilder<unknown>): Promise<Table[]> {
  const { rows: tables } = await sql<Table>`
    select c.oid::regclass::text as place,
      (select json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod)))
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and format_type(a.atttypid, a.atttypmod) = any(${[...types]}::text[])) as columns,
      (select coalesce(json_agg(names), '[]') from (
        select json_agg(quote_ident(a.attname)) as names from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisunique and i.indpred is null and not (0 = any(i.indkey))
        group by i.indexrelid) as unique_by) as keys
    from pg_class c
    where c.relkind in ('r', 'p') and not c.relispartition and (c.oid = to_regclass('pgboss.job')
      or c.relnamespace = quote_ident(current_schema())::regnamespace and c.relname <> 'schema_migrations')`.execute(tx)
  const able = tables.filter(({ columns }) => columns !== null)
  const look = able.map(
    ({ place }) =>
      sql`select ${place}::text as place where exists (select from ${sql.raw(place)} as old where ${mentions})`,
  )
  const { rows: found } = await sql<{ place: string }>`${sql.join(look, sql` union all `)}`.execute(tx)
  const mentioned = new Set(found.map(({ place }) => place))
  return able.filter(({ place }) => mentioned.has(place))
}
