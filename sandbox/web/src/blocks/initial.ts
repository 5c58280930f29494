import type { InputValue } from './host.ts'
import type { InputElement } from './types.ts'
import { epochToWall, isoToWall } from './zoned.ts'

/** What an element holds before anybody touched it. */
export function initialValue(element: InputElement, channel?: string): InputValue {
  switch (element.type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return element.initial_option?.value ?? null
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return element.initial_options?.map((option) => option.value) ?? []
    case 'users_select':
      return element.initial_user ?? null
    case 'channels_select':
      return element.initial_channel ?? null
    case 'conversations_select':
      return element.initial_conversation ?? (element.default_to_current_conversation ? (channel ?? null) : null)
    case 'multi_users_select':
      return element.initial_users ?? []
    case 'multi_channels_select':
      return element.initial_channels ?? []
    case 'multi_conversations_select':
      return element.initial_conversations ?? (element.default_to_current_conversation && channel ? [channel] : [])
    case 'datepicker':
      return element.initial_date ?? null
    case 'timepicker':
      return element.initial_time ?? null
    case 'datetimepicker':
      return element.initial_date_time === undefined ? null : new Date(element.initial_date_time * 1000).toISOString()
    case 'file_input':
      return []
    default:
      // What prefills a rich text is a block of its own, which this plain field cannot hold.
      return typeof element.initial_value === 'string' ? element.initial_value : null
  }
}

/** What a `datetime-local` input shows for a held moment, which may be ISO or Unix seconds. */
export function wallOf(value: string, timeZone: string): string {
  return /^\d{9,11}$/.test(value) ? epochToWall(Number(value), timeZone) : isoToWall(value, timeZone)
}
