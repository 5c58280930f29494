import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Reader } from './database.ts'
import { STEADY } from './names.ts'
import type { Schema } from './schema.generated.ts'
import { isMergeable, type Shape, type Shapes, shapesFor } from './shapes.ts'

type Row = Record<string, unknown>

type Asked = { query: CompiledQuery; answer: PromiseWithResolvers<QueryResult<Row>> }

/**
 * A reader that sends what is asked for side by side as one statement. Whoever reads with it says `Promise.all`: on the embedded
 * database each statement costs the event loop a turn and more, on a server a round trip.
 *
 * The statements become sub-selects whose rows travel as JSON. Types are put back by column: what a statement answers is learnt from
 * its first run, which is its own. A statement that locks or writes, and types that JSON cannot carry, go alone. Statements that are
 * the same to the letter are sent once, and share their rows. The database keeps the plan: to make it takes five times as long as to
 * carry it out.
 */
export function readTogether(reader: Reader): Reader {
  const shapes = shapesFor(reader)
  if (!shapes) return reader
  const gathered = new Gathered(reader, shapes)
  return new Kysely<Schema>({ dialect: dialectOf(gathered) })
}

class Gathered implements DatabaseConnection {
  private waiting: Asked[] = []
  private readonly reader: Reader
  private readonly shapes: Shapes

  constructor(reader: Reader, shapes: Shapes) {
    this.reader = reader
    this.shapes = shapes
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const answer = Promise.withResolvers<QueryResult<Row>>()
    this.waiting.push({ query, answer })
    // After the microtasks: by then everybody who asks side by side has asked.
    if (this.waiting.length === 1) process.nextTick(() => void this.send())
    // Kysely lets each statement say what its rows are.
    return (await answer.promise) as QueryResult<R>
  }

  // biome-ignore lint/correctness/useYield: Kysely's interface asks for it, and a cursor is never opened here.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Rows that are read together do not come one by one')
  }

  private async send(): Promise<void> {
    const asked = this.waiting
    this.waiting = []
    const byText = new Map<string, Asked[]>()
    for (const each of asked) {
      const key = `${each.query.sql} ${JSON.stringify(each.query.parameters)}`
      byText.set(key, [...(byText.get(key) ?? []), each])
    }
    const apart: Asked[][] = []
    const together: { group: Asked[]; query: CompiledQuery; shape: Shape }[] = []
    for (const group of byText.values()) {
      const query = group[0]?.query
      const shape = query && this.shapes.of(query.sql)
      if (query && shape) together.push({ group, query, shape })
      else apart.push(group)
    }
    if (together.length === 1) apart.push(...together.splice(0).map(({ group }) => group))
    await Promise.all([...apart.map((group) => this.alone(group)), this.merged(together)])
  }

  private async alone(group: readonly Asked[]): Promise<void> {
    const query = group[0]?.query
    if (!query) return
    if (isMergeable(query.sql)) this.shapes.learn(query.sql)
    await answering(group, async () => this.reader.getExecutor().executeQuery<Row>(query))
  }

  private async merged(parts: readonly { group: Asked[]; query: CompiledQuery; shape: Shape }[]): Promise<void> {
    if (parts.length === 0) return
    const everybody = parts.flatMap(({ group }) => group)
    const sent = this.reader.getExecutor().executeQuery<Row>(
      merge(
        parts.map(({ query }) => query),
        parts[0]?.query,
      ),
    )
    const row = await sent.then(
      ({ rows }) => rows[0] ?? {},
      (error: unknown) => {
        for (const { answer } of everybody) answer.reject(error)
      },
    )
    if (!row) return
    for (const [n, { group, shape }] of parts.entries()) {
      await answering(group, async () => ({ rows: shape.rowsOf(row[`q${n}`]) }))
    }
  }
}

async function answering(group: readonly Asked[], work: () => Promise<QueryResult<Row>>): Promise<void> {
  try {
    const result = await work()
    for (const { answer } of group) answer.resolve(result)
  } catch (error) {
    for (const { answer } of group) answer.reject(error)
  }
}

/** One statement with a column for each: its rows as a JSON list, its parameters behind those before it. */
function merge(queries: readonly CompiledQuery[], like: CompiledQuery | undefined): CompiledQuery {
  const parameters: unknown[] = []
  const columns = queries.map((query, n) => {
    const before = parameters.length
    parameters.push(...query.parameters)
    const own = query.sql.replaceAll(/\$(\d+)/g, (_, digits: string) => `$${Number(digits) + before}`)
    return `(select coalesce(json_agg("a row"), '[]') from (${own}) as "a row") as "q${n}"`
  })
  if (!like) throw new Error('Nothing to be read together')
  return { ...like, sql: `${STEADY} select ${columns.join(', ')}`, parameters }
}

const dialectOf = (connection: DatabaseConnection): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: (): Driver => ({
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => {},
    destroy: async () => {},
  }),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

async function refuse(): Promise<never> {
  throw new Error('What is read together is read: a transaction is begun before')
}
