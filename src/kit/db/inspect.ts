import type { Clock } from '../clock.ts'
import type { Database } from './database.ts'
import { type Migration, readMigrations } from './migrate.ts'

/** What a database says of itself, for whoever looks whether the bot can work with it. */
export type DatabaseState = {
  kind: Database['kind']
  /** `18.1`. */
  version: string
  /** `UTF8`, or what the database was made with. */
  encoding: string
  /** What the bot's user may not do and must: make tables in its schema, make the schema of the queue. */
  lacksRights: readonly ('tables' | 'schema')[]
  /** How far its clock is ahead of ours, in milliseconds. */
  aheadMs: number
  /** In bytes. */
  size: number
  /** Connections of bots besides the one that asks: of others, where who asks has only one. */
  others: number
  migrations: MigrationState
}

/**
 * - `right`: as this release wants it · `behind`: the next start brings it from `taken` to `known`
 * - `newer`: it was taken further by a newer release · `changed`: step `version` is not the one that we know
 */
export type MigrationState =
  | { is: 'right'; known: number }
  | { is: 'behind'; taken: number; known: number }
  | { is: 'newer'; taken: number; known: number }
  | { is: 'changed'; version: number }

type Row = {
  version: string
  encoding: string
  tables: boolean
  schema: boolean
  now: string
  size: string
  others: string
}

/** Reads the state of a database, and changes nothing. Rejects when it cannot be asked. */
export async function inspectDatabase(db: Database, clock: Clock): Promise<DatabaseState> {
  const client = await db.connections.connect()
  try {
    await client.query('begin read only')
    // The text of the clock below names its zone, and some short names are of several zones.
    await client.query(`set local timezone to 'UTC'`)
    const asked = clock.now().getTime()
    // Everywhere else time is a parameter. Here the database's own clock is the question.
    const { rows } = await client.query<Row>(
      `select current_setting('server_version') as version,
              current_setting('server_encoding') as encoding,
              coalesce(has_schema_privilege(current_schema(), 'create'), false) as tables,
              (to_regnamespace('pgboss') is not null or has_database_privilege(current_database(), 'create')) as schema,
              (extract(epoch from timeofday()::timestamptz) * 1000)::text as now,
              pg_database_size(current_database())::text as size,
              (select count(*)::text from pg_stat_activity
               where application_name = 'sssbot' and datname = current_database() and pid <> pg_backend_pid()) as others`,
    )
    const [row] = rows
    if (!row) throw new Error('The database answered nothing')
    const middle = (asked + clock.now().getTime()) / 2
    return {
      kind: db.kind,
      version: row.version,
      encoding: row.encoding,
      lacksRights: [...(row.tables ? [] : ['tables' as const]), ...(row.schema ? [] : ['schema' as const])],
      aheadMs: Math.round(Number(row.now) - middle),
      size: Number(row.size),
      others: Number(row.others),
      migrations: await migrationsOf(client),
    }
  } finally {
    // The question before this one has reported a broken connection.
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

type Client = Awaited<ReturnType<Database['connections']['connect']>>

async function migrationsOf(client: Client): Promise<MigrationState> {
  const steps = await readMigrations()
  const known = steps.length
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('schema_migrations') is not null as there`,
  )
  if (!there[0]?.there) return { is: 'behind', taken: 0, known }
  const { rows } = await client.query<Pick<Migration, 'version' | 'checksum'>>(
    'select version, checksum from schema_migrations order by version',
  )
  const taken = rows.length
  if (taken > known) return { is: 'newer', taken, known }
  const odd = rows.find(({ version, checksum }) => steps[version - 1]?.checksum !== checksum)
  if (odd) return { is: 'changed', version: odd.version }
  return taken < known ? { is: 'behind', taken, known } : { is: 'right', known }
}
