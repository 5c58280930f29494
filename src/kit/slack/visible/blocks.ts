import { escapeText } from '../../block-kit/index.ts'
import { richText } from './rich-text.ts'
import { list, type Thing, textOf, thing } from './thing.ts'

/** What people read in blocks, as mrkdwn; buttons, menus and inputs are nothing that somebody said. */
export const blocksText = (blocks: unknown): string => list(blocks).map(block).filter(Boolean).join('\n')

function block(each: Thing): string {
  switch (each.type) {
    case 'actions':
    case 'input':
    case 'file':
    case 'divider':
      return ''
    case 'rich_text':
      return richText(each)
    case 'section':
      return [object(each.text), ...list(each.fields).map(object)].filter(Boolean).join('\n')
    case 'context':
      return list(each.elements).map(element).filter(Boolean).join(' ')
    case 'image':
    case 'video':
      return object(each.title) || escapeText(textOf(each.alt_text))
    case 'markdown':
      return escapeText(textOf(each.text))
    case 'table':
      return list(each.rows).length > 0 ? tableText(each.rows) : ''
    default:
      return anyText(each)
  }
}

/** A text object: mrkdwn as it stands, plain text without a meaning of its own. */
function object(value: unknown): string {
  const { type, text } = thing(value)
  return type === 'mrkdwn' ? textOf(text) : escapeText(textOf(text))
}

const element = (each: Thing): string => (each.type === 'image' ? escapeText(textOf(each.alt_text)) : object(each))

const tableText = (rows: unknown): string =>
  (Array.isArray(rows) ? rows : [])
    .map((row) =>
      list(row)
        .map((cell) => (cell.type === 'rich_text' ? richText(cell) : object(cell)))
        .join(' | '),
    )
    .join('\n')

/** Every text in a block of a kind that is newer than we are, of which only the nesting is known. */
function anyText(value: unknown): string {
  if (Array.isArray(value)) return value.map(anyText).filter(Boolean).join('\n')
  if (typeof value !== 'object' || value === null) return ''
  const { type } = thing(value)
  return Object.entries(value)
    .map(([key, inner]) =>
      key === 'text' && typeof inner === 'string' ? (type === 'mrkdwn' ? inner : escapeText(inner)) : anyText(inner),
    )
    .filter(Boolean)
    .join('\n')
}
