import { z } from 'zod'
import { parseJson } from './well-formed.ts'

/** What could be read of something from outside, and where it was not as expected: paths and kinds, never contents. */
export type Read<T> = { value: T; odd: string[] }

/** Hears where something from outside was not as expected: nothing of it is left out without a word. */
export type TellOdd = (odd: readonly string[]) => void

/** Data from outside that lacks what cannot be done without: reading it again would end the same. */
export class Malformed extends Error {
  override name = 'Malformed'
}

/**
 * Reads `value` by `schema` and leaves out what does not fit: a field that is not needed alone, else the item of the list it
 * stands in, so that one odd item never spoils a page. Undefined where what cannot be done without is missing.
 */
export function readLeniently<T>(schema: z.ZodType<T>, value: unknown): Read<T> | undefined {
  const read = schema.safeParse(value)
  if (read.success) return { value: read.data, odd: [] }
  const odd: string[] = []
  const mended = structuredClone(value)
  for (let issues = read.error.issues; ; ) {
    odd.push(...issues.map(wordsOf))
    if (!leaveOut(mended, issues)) return undefined
    const again = schema.safeParse(mended)
    if (again.success) return { value: again.data, odd: counted(odd) }
    issues = again.error.issues
  }
}

/** The same, and reports what was odd and what could not be read at all. */
export function readTelling<T>(schema: z.ZodType<T>, value: unknown, tell: TellOdd): T | undefined {
  const read = readLeniently(schema, value)
  const odd = read ? read.odd : lacking(schema, value)
  if (odd.length > 0) tell(odd)
  return read?.value
}

/** Of several things those that can be read. */
export const readEach = <T>(schema: z.ZodType<T>, values: readonly unknown[], tell: TellOdd): T[] =>
  readTelling(z.array(schema), values, tell) ?? []

/** The same for what stands alone, such as an event. Throws `Malformed`, which names the places. */
export function mustRead<T>(schema: z.ZodType<T>, value: unknown, tell: TellOdd = () => {}): T {
  const read = readLeniently(schema, value)
  if (!read) throw new Malformed(lacking(schema, value).join('; '))
  if (read.odd.length > 0) tell(read.odd)
  return read.value
}

/** What a form or a button carried along as JSON. Throws `Malformed` for what is none, or not as `schema` has it. */
export function readCarried<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return mustRead(schema, parseJson(text))
  } catch (error) {
    throw error instanceof SyntaxError ? new Malformed('(whole): expected JSON') : error
  }
}

/** Where something that cannot be read is not as expected. */
const lacking = (schema: z.ZodType, value: unknown): string[] =>
  counted((schema.safeParse(value).error?.issues ?? []).map(wordsOf))

type Issue = z.core.$ZodIssue
type Holder = Record<PropertyKey, unknown>

/** Takes each offending place out of `root`. False where that would leave nothing. */
function leaveOut(root: unknown, issues: readonly Issue[]): boolean {
  const items = new Map<unknown[], Set<number>>()
  for (const { path } of issues) {
    const steps = placeToLeaveOut(root, path)
    const last = steps?.at(-1)
    if (!steps || last === undefined) return false
    const holder = at(root, steps.slice(0, -1))
    if (Array.isArray(holder)) items.set(holder, (items.get(holder) ?? new Set()).add(Number(last)))
    else if (isHolder(holder)) delete holder[last]
  }
  for (const [list, gone] of items) list.splice(0, list.length, ...list.filter((_, index) => !gone.has(index)))
  return true
}

/** What is there and wrong is left out itself; where something is missing, whatever lacks it is. */
function placeToLeaveOut(root: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] | undefined {
  if (path.length === 0) return undefined
  return at(root, path) === undefined ? path.slice(0, -1) : path
}

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null

const at = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (isHolder(value) ? value[step] : undefined), root)

/** `members[].tz: expected string`. */
function wordsOf({ path, code, ...rest }: Issue): string {
  const place = path.reduce<string>(
    (before, step) => (typeof step === 'number' ? `${before}[]` : `${before}${before ? '.' : ''}${String(step)}`),
    '',
  )
  return `${place || '(whole)'}: ${'expected' in rest ? `expected ${rest.expected}` : code}`
}

function counted(words: readonly string[]): string[] {
  const times = new Map<string, number>()
  for (const each of words) times.set(each, (times.get(each) ?? 0) + 1)
  return [...times].slice(0, 10).map(([each, count]) => (count > 1 ? `${each} (${count} times)` : each))
}
