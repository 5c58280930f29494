/** The rows of a table. Source: docs.slack.dev/reference/block-kit/blocks/table-block. */
import { richTextParts } from './rich-text.ts'
import { boolean, list, number, object, oneOf, type Rule, string, variants } from './rule.ts'

const cell = variants({
  raw_text: { required: { text: string(3000) } },
  raw_number: { required: { value: number, text: string(255) } },
  rich_text: { required: { elements: richTextParts }, optional: { block_id: string(255) } },
})

export const tableRows: Rule = list(list(cell, 20), 100)

const column = object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean })

/** One entry per column; `null` skips a column. */
export const columnSettings: Rule = list((value, pointer) => (value === null ? [] : column(value, pointer)), 20)
