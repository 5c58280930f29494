/**
 * Pickers and fields to write in.
 * Source: docs.slack.dev/reference/block-kit/block-elements, and the types of @slack/types.
 */
import { actionId, confirm, dispatchActionConfig, placeholder } from './objects.ts'
import { richText } from './rich-text.ts'
import { type Across, boolean, integer, type Keys, list, string, type Variant } from './rule.ts'

const pickerKeys: Keys = { action_id: actionId, confirm, focus_on_load: boolean }

const date = string(10, {
  pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  says: 'must be a date (YYYY-MM-DD)',
})
const time = string(5, { pattern: /^([01]\d|2[0-3]):[0-5]\d$/, says: 'must be a time (HH:mm)' })
/** Seconds since the epoch, ten digits. */
const moment = integer(1_000_000_000, 9_999_999_999)

export const pickers = {
  datepicker: { optional: { ...pickerKeys, placeholder, initial_date: date } },
  timepicker: { optional: { ...pickerKeys, placeholder, initial_time: time, timezone: string(255) } },
  datetimepicker: { optional: { ...pickerKeys, initial_date_time: moment } },
} as const satisfies Record<string, Variant>

const fieldKeys: Keys = {
  action_id: actionId,
  placeholder,
  focus_on_load: boolean,
  dispatch_action_config: dispatchActionConfig,
}

const decimal = string(255, { pattern: /^-?\d+(\.\d+)?$/, says: 'must be a number' })

/** An {@link Across}: what `low` holds is no more than what `high` holds. */
const inOrder =
  (low: string, high: string): Across =>
  (value, pointer) => {
    const [least, most] = [value[low], value[high]]
    if (!isAmount(least) || !isAmount(most) || !(Number(least) > Number(most))) return []
    return [{ pointer: `${pointer}/${low}`, message: `must be less than or equal to \`${high}\`` }]
  }

function isAmount(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

export const fields = {
  plain_text_input: {
    optional: {
      ...fieldKeys,
      initial_value: string(3000, { min: 0 }),
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    },
    across: inOrder('min_length', 'max_length'),
  },
  rich_text_input: {
    optional: { ...fieldKeys, initial_value: richText, min_lines: integer(1, 100), max_lines: integer(1, 100) },
    across: inOrder('min_lines', 'max_lines'),
  },
  email_text_input: { optional: { ...fieldKeys, initial_value: string(3000) } },
  url_text_input: { optional: { ...fieldKeys, initial_value: string(3000) } },
  number_input: {
    required: { is_decimal_allowed: boolean },
    optional: { ...fieldKeys, initial_value: decimal, min_value: decimal, max_value: decimal },
    across: inOrder('min_value', 'max_value'),
  },
} as const satisfies Record<string, Variant>

export const fileInput: Variant = {
  optional: { action_id: actionId, filetypes: list(string(255), 100), max_files: integer(1, 10) },
}
