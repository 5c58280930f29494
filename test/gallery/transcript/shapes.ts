import { z } from 'zod'
import { richText } from './rich-text-shapes.ts'

/**
 * All of Block Kit that can be drawn. What is not named here is refused, down to the last key: a transcript leaves nothing
 * out that a person reads.
 */

const plain = z.strictObject({ type: z.literal('plain_text'), text: z.string(), emoji: z.boolean().optional() })
const mrkdwn = z.strictObject({ type: z.literal('mrkdwn'), text: z.string(), verbatim: z.boolean().optional() })
const text = z.discriminatedUnion('type', [plain, mrkdwn])
const style = z.enum(['primary', 'danger'])
const confirm = z.strictObject({ title: plain, text, confirm: plain, deny: plain, style: style.optional() })
const option = z.strictObject({ text, value: z.string(), description: text.optional() })
const common = { action_id: z.string(), placeholder: plain.optional(), focus_on_load: z.boolean().optional() }

const button = z.strictObject({
  type: z.literal('button'),
  action_id: z.string(),
  text: plain,
  value: z.string().optional(),
  url: z.string().optional(),
  style: style.optional(),
  confirm: confirm.optional(),
  accessibility_label: z.string().optional(),
})
const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  ...common,
  options: z.array(option).optional(),
  option_groups: z.array(z.strictObject({ label: plain, options: z.array(option) })).optional(),
  initial_option: option.optional(),
})
const searchedSelect = z.strictObject({
  type: z.literal('external_select'),
  ...common,
  min_query_length: z.number(),
  initial_option: option.optional(),
})
const radio = z.strictObject({
  type: z.literal('radio_buttons'),
  ...common,
  options: z.array(option),
  initial_option: option.optional(),
})
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...common,
  options: z.array(option),
  initial_options: z.array(option).optional(),
})
const textInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...common,
  multiline: z.boolean().optional(),
  initial_value: z.string().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
})
const user = z.strictObject({ type: z.literal('users_select'), ...common, initial_user: z.string().optional() })
const users = z.strictObject({
  type: z.literal('multi_users_select'),
  ...common,
  initial_users: z.array(z.string()).optional(),
})
const conversation = z.strictObject({
  type: z.literal('conversations_select'),
  ...common,
  filter: z
    .strictObject({ include: z.array(z.string()).optional(), exclude_bot_users: z.boolean().optional() })
    .optional(),
})
const moment = z.strictObject({
  type: z.literal('datetimepicker'),
  action_id: z.string(),
  initial_date_time: z.number().optional(),
})
const day = z.strictObject({ type: z.literal('datepicker'), ...common, initial_date: z.string().optional() })

const element = z.discriminatedUnion('type', [
  button,
  staticSelect,
  searchedSelect,
  radio,
  checkboxes,
  textInput,
  user,
  users,
  conversation,
  moment,
  day,
])
export type Element = z.infer<typeof element>

const image = { image_url: z.string(), alt_text: z.string() }
const id = { block_id: z.string().optional() }
const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('section'),
    ...id,
    text: text.optional(),
    fields: z.array(text).optional(),
    accessory: element.optional(),
    expand: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('header'), ...id, text: plain }),
  z.strictObject({
    type: z.literal('context'),
    ...id,
    elements: z.array(
      z.discriminatedUnion('type', [plain, mrkdwn, z.strictObject({ type: z.literal('image'), ...image })]),
    ),
  }),
  z.strictObject({ type: z.literal('divider'), ...id }),
  z.strictObject({ type: z.literal('image'), ...id, ...image, title: plain.optional() }),
  z.strictObject({ type: z.literal('actions'), ...id, elements: z.array(element) }),
  z.strictObject({
    type: z.literal('input'),
    ...id,
    label: plain,
    element,
    optional: z.boolean().optional(),
    hint: plain.optional(),
    dispatch_action: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('rich_text'), ...id, elements: richText }),
])
export type Block = z.infer<typeof block>

/** The blocks of a message. Throws a ZodError about what is unknown. */
export const blocksOf = (blocks: unknown): Block[] => z.array(block).parse(blocks)

const surface = z.union([
  z.strictObject({ text: z.string(), blocks: z.array(block) }),
  z.strictObject({
    type: z.literal('modal'),
    callback_id: z.string(),
    title: plain,
    submit: plain.optional(),
    close: plain.optional(),
    private_metadata: z.string().optional(),
    notify_on_close: z.boolean().optional(),
    blocks: z.array(block),
  }),
  z.strictObject({ type: z.literal('home'), callback_id: z.string().optional(), blocks: z.array(block) }),
])
export type Surface = z.infer<typeof surface>

/** A message, form or home tab. Throws a ZodError about what is unknown. */
export const surfaceOf = (payload: unknown): Surface => surface.parse(payload)
