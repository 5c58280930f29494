import pg from 'pg'

const { builtins } = pg.types

/** Array of int8, which pg's table of built-in types leaves out. */
const INT8_ARRAY = 1016

/** A whole number of SQL as a number. Throws a RangeError beyond 2^53-1, rather than rounding in silence. */
function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`A bigint from the database is too large to be exact: ${text}`)
  return value
}

/** `{1,NULL,3}` as a list. */
function wholeNumbers(text: string): (number | null)[] {
  const items = text.slice(1, -1)
  return items === '' ? [] : items.split(',').map((item) => (item === 'NULL' ? null : wholeNumber(item)))
}

/**
 * How column values arrive: timestamptz as Date, bigint (also count(*)) as number, jsonb parsed, numeric and date as
 * text (a date has no time zone, so it must not become a moment).
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === builtins.INT8) return wholeNumber
    if (oid === INT8_ARRAY) return wholeNumbers
    if (oid === builtins.DATE) return (value) => value
    // The types of pg say `any`.
    return pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text') as (value: string) => unknown
  },
}
