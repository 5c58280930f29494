import { methodFacts, needsOneOf } from '../../coverage/index.ts'
import { refuse, refuseArguments } from '../refusal.ts'
import { isObject, type Json } from '../workspace/json.ts'

function parsed(name: string, value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return refuseArguments(`must be valid JSON [json-pointer:/${name}]`)
  }
}

/** The arguments of one call, each asked for by the type it must have. Refuses with `invalid_arguments`. */
export class Arguments {
  readonly raw: Json
  readonly #method: string

  constructor(method: string, raw: Json) {
    this.#method = method
    this.raw = raw
  }

  /** Refuses a call that lacks what Slack requires of it. */
  checkRequired(): void {
    const required = methodFacts.get(this.#method)?.required ?? []
    const missing = required.filter((name) => !this.has(name))
    if (missing.length > 0) {
      refuseArguments(...missing.map((name) => `missing required field: ${name}`))
    }
    const rule = needsOneOf[this.#method]
    if (!rule || rule.oneOf.some((name) => this.has(name))) return
    if (rule.error !== 'invalid_arguments') refuse(rule.error)
    refuseArguments(`missing required field: ${rule.oneOf.join(' or ')}`)
  }

  has(name: string): boolean {
    const value = this.raw[name]
    return value !== undefined && value !== null
  }

  text(name: string): string {
    return this.optionalText(name) ?? ''
  }

  optionalText(name: string): string | undefined {
    const value = this.raw[name]
    if (value === undefined || value === null) return undefined
    if (typeof value === 'string') return value
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    return refuseArguments(`must be a string [json-pointer:/${name}]`)
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.raw[name]
    if (value === undefined || value === null || value === '') return otherwise
    if (typeof value === 'boolean') return value
    if (value === 'true' || value === '1' || value === 1) return true
    if (value === 'false' || value === '0' || value === 0) return false
    return refuseArguments(`must be a boolean [json-pointer:/${name}]`)
  }

  /** A whole number between 1 and `most`; what is larger is cut, as Slack does. */
  count(name: string, otherwise: number, most: number): number {
    const text = this.optionalText(name)
    if (text === undefined || text === '') return otherwise
    const value = Number(text)
    if (!Number.isInteger(value) || value < 0)
      return refuseArguments(`must be a positive integer [json-pointer:/${name}]`)
    return value === 0 ? otherwise : Math.min(value, most)
  }

  /** A comma-separated list, or an array. */
  list(name: string): string[] {
    const value = this.raw[name]
    const items = Array.isArray(value) ? value.map(String) : (this.optionalText(name) ?? '').split(',')
    return items.map((item) => item.trim()).filter((item) => item !== '')
  }

  /** JSON: an object or array as it is, or encoded in a string as forms carry it. undefined when left out. */
  json(name: string): unknown {
    const value = this.raw[name]
    if (value === undefined || value === null || value === '') return undefined
    return typeof value === 'string' ? parsed(name, value) : value
  }

  object(name: string): Json | undefined {
    const value = this.json(name)
    if (value === undefined || isObject(value)) return value
    return refuseArguments(`must be an object [json-pointer:/${name}]`)
  }
}
