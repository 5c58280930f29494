import { sql } from 'kysely'
import pg from 'pg'
import type { Database } from '../../src/kit/db/index.ts'

/** What tests themselves ask of the database while they wait. */
const own = /as unshown|count\(\*\) as open/

/**
 * Every statement that this process sends to `db`, while `work` runs: what goes over the wire, our transactions' ends too. Other bots of the
 * process have databases of their own on the server; those on PGlite are not told apart.
 */
export async function statementsOf(db: Database, work: () => Promise<void>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db.read)
  const isOurs = (client: pg.Client) => db.kind === 'pglite' || client.database === rows[0]?.name
  const sent: string[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = new Proxy(query, {
    apply(target, client: pg.Client, args: [string | { text?: string }]) {
      const [asked] = args
      const text = (typeof asked === 'string' ? asked : (asked.text ?? '')).replace(/\s+/g, ' ').trim()
      if (!own.test(text) && isOurs(client)) sent.push(text)
      return Reflect.apply(target, client, args)
    },
  })
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return sent
}
