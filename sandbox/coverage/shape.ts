/**
 * The shape of a JSON value, written as JSON: a type name, `[element]` for an array (`[]` when nothing is known of its
 * elements), an object for an object (a key ending in `?` may be left out), `any` where the reference shows `null` or
 * where the content is the caller's own (blocks, payloads).
 */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'any'
  | readonly []
  | readonly [Shape]
  | { readonly [key: string]: Shape }

/** Keys whose value is what somebody posted or configured: only "is it a list, is it an object" is a fact about Slack. */
const contentKeys = new Set([
  'blocks',
  'attachments',
  'event_payload',
  'values',
  'files',
  'fields',
  'emoji',
  'warnings',
  'args',
])

/** @returns the shape that one documented example shows. */
export function shapeOf(value: unknown, key = ''): Shape {
  if (typeof value === 'string') return 'string'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  if (Array.isArray(value)) {
    if (contentKeys.has(key) || value.length === 0) return []
    return [value.map((item) => shapeOf(item)).reduce(merge)]
  }
  if (isObject(value)) {
    if (contentKeys.has(key)) return {}
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shapeOf(item, name)]))
  }
  return 'any'
}

/** @returns the shape that fits both: a key missing in one is optional, two types in one place are `any`. */
function merge(a: Shape, b: Shape): Shape {
  if (isScalar(a) || isScalar(b)) return a === b ? a : 'any'
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b)) return 'any'
    const [x] = a
    const [y] = b
    return x === undefined ? b : y === undefined ? a : [merge(x, y)]
  }
  const names = new Set([...Object.keys(a), ...Object.keys(b)].map(bare))
  return Object.fromEntries([...names].map((name) => mergedEntry(name, a, b)))
}

type ObjectShape = { readonly [key: string]: Shape }

function mergedEntry(name: string, a: ObjectShape, b: ObjectShape): [string, Shape] {
  const x = a[name] ?? a[`${name}?`]
  const y = b[name] ?? b[`${name}?`]
  const always = a[name] !== undefined && b[name] !== undefined
  const shape = x === undefined ? (y ?? 'any') : y === undefined ? x : merge(x, y)
  return [always ? name : `${name}?`, shape]
}

/** One place where a value does not hold what a shape says. `pointer` is a JSON pointer, '' for the whole value. */
export type Difference = { pointer: string; expected: string; got: string }

/**
 * Where `value` does not hold what `shape` says. Extra keys are fine (Slack adds some all the time). Every element of a
 * list is held against the one documented element.
 */
export function differences(shape: Shape, value: unknown, pointer = ''): Difference[] {
  const got = typeName(value)
  if (shape === 'any') return got === 'nothing' ? [{ pointer, expected: 'a value or null', got }] : []
  if (isScalar(shape)) return got === shape ? [] : [{ pointer, expected: shape, got }]
  if (isList(shape)) {
    if (!Array.isArray(value)) return [{ pointer, expected: 'array', got }]
    const [element] = shape
    return element === undefined ? [] : value.flatMap((item, i) => differences(element, item, `${pointer}/${i}`))
  }
  if (!isObject(value)) return [{ pointer, expected: 'object', got }]
  return Object.entries(shape).flatMap(([key, inner]) => {
    const name = bare(key)
    if (value[name] === undefined && key.endsWith('?')) return []
    return differences(inner, value[name], `${pointer}/${name}`)
  })
}

function bare(key: string): string {
  return key.endsWith('?') ? key.slice(0, -1) : key
}

function isScalar(shape: Shape): shape is 'string' | 'number' | 'boolean' | 'any' {
  return typeof shape === 'string'
}

function isList(shape: Shape): shape is readonly [] | readonly [Shape] {
  return Array.isArray(shape)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'nothing'
  return Array.isArray(value) ? 'array' : typeof value
}
