import { sql } from 'kysely'
import pg from 'pg'
import type { Workspace } from '../../sandbox/server/workspace/workspace.ts'
import type { Database } from '../../src/kit/db/index.ts'
import { setTimers, type Timer } from '../../src/kit/timers/index.ts'

/** What stands in a database at one moment: the rows of every table, pg-boss's jobs among them, and the counters. */
export type Photograph = {
  /** The rows of each as the literal of an array; null where there are none. */
  tables: readonly { name: string; rows: string | null; count: number }[]
  sequences: readonly { name: string; value: string | null }[]
  timers: readonly Timer[]
}

/** Keeps what stands in the database now. */
export async function photographDatabase(db: Database): Promise<Photograph> {
  const { rows: names } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where (schemaname = 'public' and tablename <> 'schema_migrations') or (schemaname = 'pgboss' and tablename = 'job')
      or (schemaname = 'pgboss' and tablename = 'job_dependency') order by 1`.execute(db.read)
  const tables: { name: string; rows: string | null; count: number }[] = []
  for (const { name } of names) {
    const { rows } = await sql<{ rows: string | null; count: number }>`
      select array_agg(each)::text as rows, count(*) as count from ${sql.raw(name)} as each`.execute(db.read)
    tables.push({ name, rows: rows[0]?.rows ?? null, count: rows[0]?.count ?? 0 })
  }
  const { rows: sequences } = await sql<{ name: string; value: string | null }>`
    select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value::text as value
    from pg_sequences where schemaname = 'public' order by 1`.execute(db.read)
  const timers = await db.read.selectFrom('timers').select(['subject', 'kind', 'due_at as dueAt', 'data']).execute()
  return { tables, sequences, timers }
}

/**
 * Puts the database back to what a photograph shows, in one transaction. Needs a superuser, because foreign keys and triggers
 * do not see it happen. Whoever holds a lock on a row must have let go.
 */
export async function restoreDatabase(db: Database, { tables, sequences, timers }: Photograph): Promise<void> {
  const emptied = tables.map(({ name }) => `delete from ${name};`)
  const filled = tables.flatMap(({ name, rows }) =>
    rows === null
      ? []
      : [`insert into ${name} overriding system value select * from unnest(${literal(rows)}::${name}[]);`],
  )
  const counted = sequences.map(({ name, value }) =>
    value === null ? `select setval(${literal(name)}, 1, false);` : `select setval(${literal(name)}, ${value});`,
  )
  const { client, letGo } = await restorerOf(db)
  const restore = async (tries: number): Promise<void> => {
    try {
      await restoreOnce()
    } catch (error) {
      await client.query('rollback')
      // What the bot still finishes may hold rows in another order.
      if (tries > 1 && (error as { code?: unknown }).code === '40P01') return restore(tries - 1)
      throw error
    }
  }
  const restoreOnce = () =>
    client.query(
      ['begin;', 'set local session_replication_role = replica;', ...emptied, ...filled, ...counted, 'commit;'].join(
        '\n',
      ),
    )
  try {
    await restore(3)
  } finally {
    letGo()
  }
  // The loops arm for what is set, not for rows that appear.
  await db.transaction((tx) => setTimers(tx, timers))
}

const restorers = new Map<string, Promise<pg.Client>>()

/**
 * Who puts a database back. On a server it is nobody of the bot's pool: turning foreign keys off makes a connection forget the plans of
 * all its statements. It ends with the process, or when the server does.
 */
async function restorerOf({ kind, connections }: Database): Promise<{ client: pg.ClientBase; letGo(): void }> {
  // A server's pool has the options that pg was given (src/kit/db/postgres.ts).
  const { connectionString: address } = connections.options as pg.PoolConfig
  if (kind === 'pglite' || !address) {
    const client = await connections.connect()
    return { client, letGo: () => client.release() }
  }
  const there = restorers.get(address) ?? connected(address)
  restorers.set(address, there)
  return { client: await there, letGo: () => {} }
}

async function connected(address: string): Promise<pg.Client> {
  const client = new pg.Client(address)
  client.on('error', () => restorers.delete(address))
  await client.connect()
  return client
}

const literal = (text: string): string => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** What a workspace holds besides its scopes, in one graph: a reply stands in its thread and among the messages. */
export type WorkspacePhotograph = Pick<Workspace, 'reads'> & {
  users: Workspace['users']['kept']
  usergroups: Workspace['usergroups']['kept']
  channels: Workspace['channels']['kept']
  homes: Workspace['views']['homes']
}

/** Keeps what the workspace holds now. */
export function photographWorkspace({ users, usergroups, channels, reads, views }: Workspace): WorkspacePhotograph {
  const rows = { users: users.kept, usergroups: usergroups.kept, channels: channels.kept }
  return structuredClone({ ...rows, reads, homes: views.homes })
}

/** Puts a workspace back to what a photograph shows, without an event. */
export function restoreWorkspace(workspace: Workspace, photograph: WorkspacePhotograph): void {
  const { users, usergroups, channels, reads, homes } = structuredClone(photograph)
  workspace.clear()
  for (const [id, user] of users) workspace.users.set(id, user)
  for (const [id, usergroup] of usergroups) workspace.usergroups.set(id, usergroup)
  for (const channel of channels.values()) workspace.addChannel(channel)
  for (const [user, marks] of reads) workspace.reads.set(user, marks)
  for (const [user, home] of homes) workspace.views.homes.set(user, home)
}
