/**
 * Rich text and everything that nests in it.
 * Source: docs.slack.dev/reference/block-kit/blocks/rich-text-block, and the types of @slack/types.
 */
import { boolean, integer, list, object, oneOf, type Rule, string, variants } from './rule.ts'

const id = string(255)
const long = string(12_000)

/** Slack documents no bound on the parts of a rich text; a message's own bound on all its blocks holds anyway. */
const many = 1000

const textStyle = object({}, { bold: boolean, code: boolean, italic: boolean, strike: boolean, underline: boolean })
const mentionStyle = object(
  {},
  {
    bold: boolean,
    code: boolean,
    italic: boolean,
    strike: boolean,
    underline: boolean,
    highlight: boolean,
    client_highlight: boolean,
    unlink: boolean,
  },
)

const text = { required: { text: long }, optional: { style: textStyle } }
const link = {
  required: { url: string(3000) },
  optional: { text: string(12_000, { min: 0 }), unsafe: boolean, style: textStyle },
}

const inline: Rule = variants({
  text,
  link,
  broadcast: { required: { range: oneOf('here', 'channel', 'everyone') }, optional: { style: mentionStyle } },
  channel: { required: { channel_id: id }, optional: { style: mentionStyle } },
  color: { required: { value: string(255) }, optional: { style: textStyle } },
  date: {
    required: { timestamp: integer(0), format: string(3000) },
    optional: { url: string(3000), fallback: string(3000), style: textStyle },
  },
  emoji: {
    required: { name: id },
    optional: { unicode: id, skin_tone: integer(1, 6), url: string(3000), style: textStyle },
  },
  team: { required: { team_id: id }, optional: { style: mentionStyle } },
  user: { required: { user_id: id }, optional: { style: mentionStyle } },
  usergroup: { required: { usergroup_id: id }, optional: { style: mentionStyle } },
})

const section = { required: { elements: list(inline, many, 0) } }
const border = oneOf(0, 1)

/** The parts of a rich_text block. */
const part: Rule = variants({
  rich_text_section: section,
  rich_text_list: {
    required: {
      elements: list(variants({ rich_text_section: section }), many),
      style: oneOf('bullet', 'ordered'),
    },
    optional: { indent: integer(0, 8), offset: integer(0), border },
  },
  rich_text_preformatted: {
    required: { elements: list(variants({ text, link }), many, 0) },
    optional: { border, language: string(255) },
  },
  rich_text_quote: { required: { elements: list(inline, many, 0) }, optional: { border } },
})

/** The `elements` of a rich_text block. */
export const richTextParts: Rule = list(part, many)

/** A whole rich_text object inside something else (a cell, an input's first value). */
export const richText: Rule = variants({
  rich_text: { required: { elements: richTextParts }, optional: { block_id: string(255) } },
})
