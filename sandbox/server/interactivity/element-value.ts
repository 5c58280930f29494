import { Unable } from '../control/words.ts'
import { isObject, type Json, objectsIn, textOf } from '../workspace/json.ts'
import { kinds } from '../workspace/state-values.ts'
import type { Person } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { broughtFiles } from './brought-files.ts'
import { secondsOf } from './zoned-time.ts'

/** Who puts something in, and where options of an external menu come from; `unfinished` while they still type. */
export type Input = { workspace: Workspace; person: Person; offered?: Json[]; unfinished?: boolean }

/** The options that an element offers, those of its groups included. */
export function optionsOf(element: Json, offered: Json[] = []): Json[] {
  const grouped = objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options))
  return [...objectsIn(element.options), ...grouped, ...offered]
}

function option(element: Json, raw: unknown, input: Input): Json {
  const value = isObject(raw) ? raw.value : raw
  const all = optionsOf(element, input.offered)
  const found =
    all.find((each) => each.value === value) ?? all.find((each) => isObject(each.text) && each.text.text === value)
  if (!found) throw new Unable('no_such_option', { value: String(value) })
  return found
}

function user(raw: unknown, { workspace }: Input): string {
  const name = String(raw).replace(/^@/, '')
  const found = workspace.user(name) ?? workspace.userByHandle(name)
  if (!found || found.deleted) throw new Unable('no_such_person', { value: name })
  return found.id
}

function channel(raw: unknown, { workspace, person }: Input): string {
  const name = String(raw).replace(/^#/, '')
  const found = workspace.channel(name) ?? workspace.channelByName(name)
  if (!found || (found.is_private && !found.members.has(person.id)))
    throw new Unable('no_such_channel', { value: String(raw) })
  return found.id
}

function number(element: Json, raw: unknown): string {
  const text = String(raw)
  const value = Number(text)
  const bad = new Unable('bad_number', { value: text })
  if (text.trim() === '' || !Number.isFinite(value)) throw bad
  if (element.is_decimal_allowed !== true && !Number.isInteger(value)) throw bad
  if (element.min_value !== undefined && value < Number(element.min_value)) throw bad
  if (element.max_value !== undefined && value > Number(element.max_value)) throw bad
  return text
}

function text(element: Json, raw: unknown): string {
  const value = String(raw)
  const { min_length: min, max_length: max } = element
  if (typeof max === 'number' && value.length > max) throw new Unable('too_long', { max: String(max) })
  if (typeof min === 'number' && value.length < min) throw new Unable('too_short', { min: String(min) })
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) throw new Unable('bad_email')
  if (element.type === 'url_text_input' && !URL.canParse(value)) throw new Unable('bad_url')
  return value
}

function date(raw: unknown): string {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(String(raw)) ?? []
  if (day === undefined || Number.isNaN(Date.parse(day))) throw new Unable('bad_date', { value: String(raw) })
  return day
}

function time(raw: unknown): string {
  const [, clock] = /(?:^|T)((?:[01]\d|2[0-3]):[0-5]\d)/.exec(String(raw)) ?? []
  if (clock === undefined) throw new Unable('bad_date', { value: String(raw) })
  return clock
}

function moment(raw: unknown, { person }: Input): number {
  const seconds = typeof raw === 'number' ? raw : secondsOf(String(raw), person.tz ?? 'UTC')
  if (seconds === undefined) throw new Unable('bad_date', { value: String(raw) })
  return seconds
}

function richText(raw: unknown): Json {
  if (isObject(raw)) return raw
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text: String(raw) }] }]
  return { type: 'rich_text', elements }
}

function one(element: Json, raw: unknown, input: Input): unknown {
  const holds = kinds[textOf(element.type)]?.holds
  switch (holds) {
    case 'option':
      return option(element, raw, input)
    case 'user':
      return user(raw, input)
    case 'channel':
    case 'conversation':
      return channel(raw, input)
    case 'number':
      return input.unfinished ? String(raw) : number(element, raw)
    case 'text':
      return input.unfinished ? String(raw) : text(element, raw)
    case 'date':
      return date(raw)
    case 'time':
      return time(raw)
    case 'date-time':
      return moment(raw, input)
    case 'rich text':
      return richText(raw)
    default:
      throw new Unable('not_supported', { value: textOf(element.type) })
  }
}

function isNothing(raw: unknown): boolean {
  return raw === null || raw === undefined || raw === ''
}

/**
 * What a person put into an element, as `state.values` and actions show it: the field and its value. `raw` is a text, an
 * option's value, an id or a name, an array of these, or an ISO date-time. Throws Unable in the client's words.
 */
export function entryFor(element: Json, raw: unknown, input: Input): Json {
  const type = textOf(element.type)
  const how = kinds[type]
  if (!how) throw new Unable('not_supported', { value: type })
  if (!how.many) return { type, [how.field]: isNothing(raw) ? null : one(element, raw, input) }
  const items = isNothing(raw) ? [] : Array.isArray(raw) ? raw : [raw]
  if (how.holds === 'file') return { type, [how.field]: broughtFiles(element, items, input) }
  const max = element.max_selected_items
  if (typeof max === 'number' && items.length > max) throw new Unable('too_many', { max: String(max) })
  return { type, [how.field]: items.map((item) => one(element, item, input)) }
}
