import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './transaction.ts'

type Column = { place: string; name: string; type: string }
type Key = { place: string; columns: string[] }

/** What can hold an id, and how a value of it is written anew. */
const types = ['text', 'text[]', 'jsonb', 'json'] as const

/**
 * Puts one id in place of another in every table, the queue of jobs among them: the same thing of somebody else's is called
 * otherwise from now on. Only whole words are replaced. Where a row of the new id is there already, the old one goes.
 * Throws a RangeError for what is no id of letters and digits.
 */
export async function rewriteId(tx: Tx, from: string, to: string): Promise<void> {
  for (const id of [from, to]) if (!/^[A-Za-z0-9]{3,}$/.test(id)) throw new RangeError(`No id: ${id}`)
  const { rows: columns } = await sql<Column>`
    select ${place} as place, quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where ${ours} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and format_type(a.atttypid, a.atttypmod) = any(${[...types]}::text[])
    order by c.oid, a.attnum`.execute(tx)
  const { rows: keys } = await sql<Key>`
    select ${place} as place, array_agg(quote_ident(a.attname)::text order by a.attnum) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
    where ${ours} and i.indisunique and i.indpred is null and not (0 = any(i.indkey)) group by c.oid, i.indexrelid`.execute(
    tx,
  )
  const mentions = sql`strpos(old::text, ${from}) > 0`
  const renamed = ({ name, type }: Pick<Column, 'name' | 'type'>): RawBuilder<unknown> =>
    sql`regexp_replace(old.${sql.raw(name)}::text, ${`\\m${from}\\M`}, ${to}, 'g')::${sql.raw(type)}`
  for (const [table, held] of Map.groupBy(columns, (each) => each.place)) {
    const typed = new Map(held.map((column) => [column.name, column]))
    for (const key of keys.filter((each) => each.place === table)) {
      const isSame = key.columns.map((name) => {
        const column = typed.get(name)
        const value = column ? renamed(column) : sql`old.${sql.raw(name)}`
        return sql`new.${sql.raw(name)} = ${value}`
      })
      await sql`
        delete from ${sql.raw(table)} as old using ${sql.raw(table)} as new
        where ${mentions} and new.ctid <> old.ctid and ${sql.join(isSame, sql` and `)}`.execute(tx)
    }
    const changes = held.map((column) => sql`${sql.raw(column.name)} = ${renamed(column)}`)
    await sql`update ${sql.raw(table)} as old set ${sql.join(changes)} where ${mentions}`.execute(tx)
  }
}

const place = sql`c.oid::regclass::text`

/** Our tables, and those of the jobs; what was migrated is nobody's data. */
const ours = sql`c.relkind in ('r', 'p') and not c.relispartition
  and (c.oid = to_regclass('pgboss.job')
    or c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migrations')`
