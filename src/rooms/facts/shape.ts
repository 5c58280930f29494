/**
 * The shape of what a fact says: a kind (`?` behind it: may be null or missing), `{'[]': shape}` for a list, or the shapes of fields and of
 * places in a list (with a field `?`: all of it may be null or missing).
 */
export type FactShape = string | { readonly [field: string]: FactShape }

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** What is missing and counts nothing is let be: readers go on without it, and facts of older versions lack some. */
const mayLack: ReadonlySet<string> = new Set(['number', 'boolean', 'any'])

function isOfKind(value: unknown, kind: string): boolean {
  if (kind === 'any') return true
  if (kind === 'moment') return typeof value === 'string' && !Number.isNaN(Date.parse(value))
  return typeof value === kind
}

/** Where a value has another shape, as a path; undefined where it has this one. More fields than were declared are fine. */
export function misfit(value: unknown, shape: FactShape, path = ''): string | undefined {
  if (typeof shape === 'string') {
    const kind = shape.replace('?', '')
    if (value === undefined && mayLack.has(kind)) return undefined
    if (value === undefined || value === null) return shape.endsWith('?') || kind === 'any' ? undefined : path
    return isOfKind(value, kind) ? undefined : path
  }
  const { '?': isOptional, '[]': item, ...fields } = shape
  if (value === undefined || value === null) return isOptional === undefined ? path : undefined
  if (!isThing(value)) return path
  if (item !== undefined && !Array.isArray(value)) return path
  const odd =
    Array.isArray(value) && item ? firstOf(value.map((each, n) => misfit(each, item, `${path}/${n}`))) : undefined
  if (odd !== undefined) return odd
  return firstOf(Object.entries(fields).map(([name, each]) => misfit(value[name], each, `${path}/${name}`)))
}

const firstOf = (found: readonly (string | undefined)[]): string | undefined => found.find((each) => each !== undefined)
