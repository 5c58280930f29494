/**
 * A place where a payload breaks a rule of Block Kit. `pointer` is a JSON pointer from the call's arguments
 * (`/blocks/0/text/text`, `/view/title`); `message` says what is wrong, in the words that Slack uses.
 */
export type Finding = { pointer: string; message: string }

/** What may stand at one place of a payload. The value is never `undefined`: absence is the object's business. */
export type Rule = (value: unknown, pointer: string) => Finding[]

type Json = Readonly<Record<string, unknown>>

/** A rule over several keys of one object, looked at once the object itself is one. */
export type Across = (value: Json, pointer: string) => Finding[]

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fail(pointer: string, message: string): Finding[] {
  return [{ pointer, message }]
}

/**
 * A text of `min` (default 1) to `max` characters. Lengths are counted in UTF-16 units, which is never kinder than
 * Slack's own count. `pattern` must match the whole text; `says` is the finding when it does not.
 */
export function string(max: number, options: { min?: number; pattern?: RegExp; says?: string } = {}): Rule {
  const { min = 1, pattern, says = 'must match the required format' } = options
  return (value, pointer) => {
    if (typeof value !== 'string') return fail(pointer, 'must provide a string')
    if (value.length < min) return fail(pointer, `must be more than ${min - 1} characters`)
    if (value.length > max) return fail(pointer, `must be less than ${max + 1} characters`)
    return pattern === undefined || pattern.test(value) ? [] : fail(pointer, says)
  }
}

export const boolean: Rule = (value, pointer) =>
  typeof value === 'boolean' ? [] : fail(pointer, 'must provide a boolean')

/** A whole number from `min` to `max`, both included. */
export function integer(min: number, max = Number.MAX_SAFE_INTEGER): Rule {
  return (value, pointer) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return fail(pointer, 'must provide an integer')
    if (value < min) return fail(pointer, `must be greater than or equal to ${min}`)
    return value > max ? fail(pointer, `must be less than or equal to ${max}`) : []
  }
}

export const number: Rule = (value, pointer) =>
  typeof value === 'number' ? [] : fail(pointer, 'must provide a number')

export function oneOf(...allowed: readonly (string | number)[]): Rule {
  const accepted: ReadonlySet<unknown> = new Set(allowed)
  return (value, pointer) => (accepted.has(value) ? [] : fail(pointer, 'must be a valid enum value'))
}

/** A list of `min` to `max` items, each of which holds `item`. */
export function list(item: Rule, max: number, min = 1): Rule {
  return (value, pointer) => {
    if (!Array.isArray(value)) return fail(pointer, 'must provide an array')
    if (value.length > max) return fail(pointer, `no more than ${max} items allowed`)
    if (value.length < min) return fail(pointer, `no fewer than ${min} items allowed`)
    return value.flatMap((one, index) => item(one, `${pointer}/${index}`))
  }
}

export type Keys = Readonly<Record<string, Rule>>

/** An object with all of `required`, any of `optional` and nothing else, of which `across` holds too. */
export function object(required: Keys, optional: Keys = {}, across?: Across): Rule {
  const known = new Map([...Object.entries(required), ...Object.entries(optional)])
  return (value, pointer) => {
    if (!isObject(value)) return fail(pointer, 'must provide an object')
    const missing = Object.keys(required).filter((key) => value[key] === undefined)
    const present = Object.keys(value).filter((key) => value[key] !== undefined)
    return [
      ...missing.flatMap((key) => fail(pointer, `missing required field: ${key}`)),
      ...present.flatMap((key) => {
        const rule = known.get(key)
        return rule?.(value[key], `${pointer}/${key}`) ?? fail(pointer, `invalid additional property: ${key}`)
      }),
      ...(across?.(value, pointer) ?? []),
    ]
  }
}

/** Anything at all: a key whose value another rule judges, or Slack does not look at. */
export const anything: Rule = () => []

/** What an object of one `type` holds besides its `type`. */
export type Variant = { required?: Keys; optional?: Keys; across?: Across }

/** An object that is one of several, told apart by its `type`. */
export function variants(byType: Readonly<Record<string, Variant>>): Rule {
  const rules = new Map(
    Object.entries(byType).map(([type, { required = {}, optional = {}, across }]) => [
      type,
      object({ type: anything, ...required }, optional, across),
    ]),
  )
  return (value, pointer) => {
    if (!isObject(value)) return fail(pointer, 'must provide an object')
    const { type } = value
    if (type === undefined) return fail(pointer, 'missing required field: type')
    if (typeof type !== 'string') return fail(`${pointer}/type`, 'must provide a string')
    return rules.get(type)?.(value, pointer) ?? fail(`${pointer}/type`, `unsupported type: ${type}`)
  }
}

/** An {@link Across}: exactly one of two keys must be there. */
export function eitherOr(a: string, b: string): Across {
  return (value, pointer) => {
    const given = [a, b].filter((key) => value[key] !== undefined)
    return given.length === 1 ? [] : fail(pointer, `must define exactly one of \`${a}\` or \`${b}\``)
  }
}

/** An {@link Across}: all of several. */
export function all(...rules: readonly Across[]): Across {
  return (value, pointer) => rules.flatMap((rule) => rule(value, pointer))
}
