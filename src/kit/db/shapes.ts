import pg from 'pg'
import { columnTypes } from './column-types.ts'

const { builtins } = pg.types

/** How a value that came as JSON becomes what the driver would have answered. */
type Mend = ((value: unknown) => unknown) | undefined

/** Types whose values JSON carries as they are: those of arrays have no names in pg's table. */
const asTheyAre = new Set<number>([
  builtins.BOOL,
  builtins.INT2,
  builtins.INT4,
  builtins.TEXT,
  builtins.VARCHAR,
  builtins.UUID,
  builtins.JSON,
  builtins.JSONB,
  builtins.DATE,
  1005, // int2[]
  1007, // int4[]
  1009, // text[]
])

const moment = columnTypes.getTypeParser(builtins.TIMESTAMPTZ, 'text')

/** What a column's values need; null where JSON cannot carry them. */
function mendOf(oid: number): Mend | null {
  if (asTheyAre.has(oid)) return undefined
  // The driver's own reading, so that a moment is the same to the millisecond whichever way it came.
  if (oid === builtins.TIMESTAMPTZ) return (value) => moment(String(value).replace('T', ' '))
  if (oid === builtins.INT8) return exact
  return null
}

function exact(value: unknown): unknown {
  if (Number.isSafeInteger(value)) return value
  throw new RangeError(`A bigint from the database is too large to be exact: ${String(value)}`)
}

/** What the columns of one statement are. */
export type Shape = {
  /** The rows of a JSON list as the driver would have answered them. Throws a RangeError for a number beyond 2^53-1. */
  rowsOf(list: unknown): Record<string, unknown>[]
}

type Field = { name: string; dataTypeID: number }

/** The most statements that are remembered; a statement that is built in ever new ways is then sent alone. */
const MOST = 2_000

/** What is known of the columns of statements, learnt when they are run. */
export class Shapes {
  private readonly known = new Map<string, Shape | null | 'wanted'>()

  /** The shape of a statement; undefined while it is not known, or where its rows cannot travel as JSON. */
  of(sql: string): Shape | undefined {
    const found = this.known.get(sql)
    return found === 'wanted' ? undefined : (found ?? undefined)
  }

  /** Asks for the shape of a statement that is about to be run. */
  learn(sql: string): void {
    if (this.known.size < MOST && !this.known.has(sql)) this.known.set(sql, 'wanted')
  }

  /** Told of each statement that was run on a connection. */
  see(sql: string, fields: readonly Field[] | undefined): void {
    if (fields && this.known.get(sql) === 'wanted') this.known.set(sql, shapeOf(fields))
  }
}

function shapeOf(fields: readonly Field[]): Shape | null {
  const mends: [string, (value: unknown) => unknown][] = []
  for (const { name, dataTypeID } of fields) {
    const mend = mendOf(dataTypeID)
    if (mend === null) return null
    if (mend) mends.push([name, mend])
  }
  return {
    rowsOf(list) {
      // json_agg answers a list of objects.
      const rows = list as Record<string, unknown>[]
      for (const row of rows) {
        for (const [name, mend] of mends) if (row[name] !== null) row[name] = mend(row[name])
      }
      return rows
    },
  }
}

/** A statement that reads and does nothing else: no lock, no call that changes something. */
export const isMergeable = (sql: string): boolean =>
  /^\s*(select|with)\b/i.test(sql) &&
  !/\b(for (no key )?(update|share|key share)|insert into|update|delete from|pg_\w+|nextval|set_config)\b/i.test(sql)

const byReader = new WeakMap<object, Shapes>()

/** What is known to `reader`: a database's own, or one of its transactions; undefined for any other. */
export const shapesFor = (reader: object): Shapes | undefined => byReader.get(reader)

/** Lets what is read with `reader` be read together. */
export function knowShapes(reader: object, shapes: Shapes): void {
  byReader.set(reader, shapes)
}
