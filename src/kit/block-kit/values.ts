import { z } from 'zod'

const held = z.looseObject({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_channel: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_date_time: z.number().nullish(),
})
const state = z.record(z.string(), z.record(z.string(), held))

/** What one field holds: a text, an option's value, an id, a list of those, seconds since the epoch; null when left empty. */
export type FieldValue = string | string[] | number | null

/** Reads `view.state.values` into one value per block id. Throws a ZodError where Slack's payload has another shape. */
export function readValues(values: unknown): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {}
  for (const [blockId, byAction] of Object.entries(state.parse(values))) {
    const element = Object.values(byAction)[0]
    if (!element) continue
    fields[blockId] =
      element.value ??
      element.selected_option?.value ??
      element.selected_options?.map((each) => each.value) ??
      element.selected_user ??
      element.selected_users ??
      element.selected_channel ??
      element.selected_conversation ??
      element.selected_date ??
      element.selected_date_time ??
      null
  }
  return fields
}
