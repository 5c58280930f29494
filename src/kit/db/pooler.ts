import pg from 'pg'
import { SetupError } from './setup-error.ts'

/**
 * Which process of the server carried out what two open connections of ours asked for, in this order: the first, the second, the first again.
 * `told` is what the first was told when it connected.
 */
export type Carried = { told: number; first: number; second: number; again: number }

/** True when somebody in between tells us a process of their own: a pooler, in whatever mode. */
export const isPooler = ({ told, first }: Pick<Carried, 'told' | 'first'>): boolean => told !== first

/** True when a pooler lends a process of the server for one transaction only: both open connections had one, or one had two. */
export const lendsForTransactions = (carried: Carried): boolean =>
  isPooler(carried) && (carried.second === carried.first || carried.again !== carried.first)

/**
 * Refuses a pooler that lends connections for one transaction: LISTEN hears nothing there and does not say so, so that other replicas would go
 * on with sessions, tokens and people that have ended. Throws a SetupError that says what to write instead.
 */
export async function mustKeepConnections(
  client: pg.PoolClient,
  config: pg.ClientConfig,
  where: string,
): Promise<void> {
  const told = 'processID' in client ? Number(client.processID) : 0
  const first = await carriedOutBy(client)
  if (!isPooler({ told, first })) return
  const other = new pg.Client(config)
  other.on('error', () => {})
  try {
    await other.connect()
    const second = await carriedOutBy(other)
    const again = await carriedOutBy(client)
    if (lendsForTransactions({ told, first, second, again })) throw new SetupError(wordsFor(where))
  } finally {
    await other.end().catch(() => {})
  }
}

async function carriedOutBy(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return Number(rows[0]?.pid)
}

const wordsFor = (where: string) => ({
  en: `${where} is a pooler that lends connections for one transaction each (PgBouncer's pool_mode = transaction or statement): notifications between the bot's processes are lost there. Name the server itself in DATABASE_URL, or a pool with pool_mode = session`,
  ja: `DATABASE_URL の ${where} は、トランザクションごとに接続を使い回すプーラーです（PgBouncer の pool_mode = transaction や statement）。プロセス間の通知が届きません。データベースに直接つなぐか、pool_mode = session のプールを指定してください`,
})
