import { z } from 'zod'

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional()

const part = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string(), style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({ type: z.literal('link'), url: z.string(), text: z.string().optional(), style }),
  z.strictObject({ type: z.literal('emoji'), name: z.string(), unicode: z.string().optional(), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number(),
    format: z.string(),
    fallback: z.string().optional(),
    url: z.string().optional(),
    style,
  }),
])
export type Part = z.infer<typeof part>

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(part) })
const frame = { border: z.number().optional() }

/** What a block of rich text holds. */
export const richText = z.array(
  z.discriminatedUnion('type', [
    section,
    z.strictObject({
      type: z.literal('rich_text_list'),
      ...frame,
      style: z.enum(['bullet', 'ordered']),
      indent: z.number().optional(),
      offset: z.number().optional(),
      elements: z.array(section),
    }),
    z.strictObject({ type: z.literal('rich_text_quote'), ...frame, elements: z.array(part) }),
    z.strictObject({
      type: z.literal('rich_text_preformatted'),
      ...frame,
      language: z.string().optional(),
      elements: z.array(part),
    }),
  ]),
)
export type RichText = z.infer<typeof richText>
