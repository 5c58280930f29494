import { elementsIn, type Placed } from './elements.ts'
import { isObject, type Json, objectsIn } from './json.ts'
import type { StateValues } from './types.ts'

type Kind = {
  /** The field of `state.values` that holds it, and the field of the element that prefills it. */
  field: string
  initial: string
  many: boolean
  holds:
    | 'text'
    | 'number'
    | 'option'
    | 'user'
    | 'conversation'
    | 'channel'
    | 'date'
    | 'time'
    | 'date-time'
    | 'rich text'
    | 'file'
}

function kind(field: string, initial: string, holds: Kind['holds'], many = false): Kind {
  return { field, initial, holds, many }
}

/** How each stateful element keeps its value, as Slack's payloads show it. */
export const kinds: Readonly<Record<string, Kind>> = {
  plain_text_input: kind('value', 'initial_value', 'text'),
  email_text_input: kind('value', 'initial_value', 'text'),
  url_text_input: kind('value', 'initial_value', 'text'),
  number_input: kind('value', 'initial_value', 'number'),
  rich_text_input: kind('rich_text_value', 'initial_value', 'rich text'),
  static_select: kind('selected_option', 'initial_option', 'option'),
  external_select: kind('selected_option', 'initial_option', 'option'),
  radio_buttons: kind('selected_option', 'initial_option', 'option'),
  checkboxes: kind('selected_options', 'initial_options', 'option', true),
  multi_static_select: kind('selected_options', 'initial_options', 'option', true),
  multi_external_select: kind('selected_options', 'initial_options', 'option', true),
  users_select: kind('selected_user', 'initial_user', 'user'),
  multi_users_select: kind('selected_users', 'initial_users', 'user', true),
  conversations_select: kind('selected_conversation', 'initial_conversation', 'conversation'),
  multi_conversations_select: kind('selected_conversations', 'initial_conversations', 'conversation', true),
  channels_select: kind('selected_channel', 'initial_channel', 'channel'),
  multi_channels_select: kind('selected_channels', 'initial_channels', 'channel', true),
  datepicker: kind('selected_date', 'initial_date', 'date'),
  timepicker: kind('selected_time', 'initial_time', 'time'),
  datetimepicker: kind('selected_date_time', 'initial_date_time', 'date-time'),
  file_input: kind('files', 'initial_files', 'file', true),
}

/** What an element holds before anybody touches it; `openedIn` is the conversation from which the view was opened. */
function initialEntry({ type, element }: Placed, how: Kind, openedIn: string | undefined): Json {
  const current = element.default_to_current_conversation === true ? openedIn : undefined
  const otherwise = how.many ? (current === undefined ? [] : [current]) : (current ?? null)
  return { type, [how.field]: element[how.initial] ?? otherwise }
}

/**
 * `state.values` for these blocks. What an element of the same block id, action id and type held before stays, as
 * Slack keeps what a person typed over `views.update`; all else starts from its `initial_…`, or from the conversation
 * `openedIn` where it says `default_to_current_conversation`.
 */
export function stateFor(blocks: unknown, before: StateValues = {}, openedIn?: string): StateValues {
  const values: StateValues = {}
  for (const placed of elementsIn(blocks)) {
    const how = kinds[placed.type]
    if (!how) continue
    const kept = before[placed.blockId]?.[placed.actionId]
    const entry = kept?.type === placed.type ? kept : initialEntry(placed, how, openedIn)
    values[placed.blockId] = { ...values[placed.blockId], [placed.actionId]: entry }
  }
  return values
}

/** An entry of `state.values` as a plain value: a text, an option's value, an id, or an array of them. */
function plain(entry: Json): unknown {
  const how = kinds[String(entry.type)]
  if (!how) return null
  const value = entry[how.field]
  if (how.holds !== 'option') return value ?? null
  if (how.many) return objectsIn(value).map((option) => option.value)
  return isObject(value) ? (value.value ?? null) : null
}

/** By block id what the input holds; by `block id/action id` where a block has several. */
export function plainValues(values: StateValues): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [blockId, actions] of Object.entries(values)) {
    const entries = Object.entries(actions)
    for (const [actionId, entry] of entries)
      out[entries.length === 1 ? blockId : `${blockId}/${actionId}`] = plain(entry)
  }
  return out
}

/** Whether the person has put nothing in. */
export function isEmpty(entry: Json): boolean {
  const value = plain(entry)
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
