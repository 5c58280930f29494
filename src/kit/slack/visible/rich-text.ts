import { escapeText } from '../../block-kit/index.ts'
import { list, type Thing, textOf, thing } from './thing.ts'

/** A `rich_text` block as mrkdwn, a line for each line that people see. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export const richText = (block: Thing): string => list(block.elements).map(part).filter(Boolean).join('\n')

function part(element: Thing): string {
  switch (element.type) {
    case 'rich_text_list':
      return list(element.elements)
        .map((item) => `• ${inline(item)}`)
        .join('\n')
    case 'rich_text_quote':
      return inline(element)
        .split('\n')
        .map((line) => `&gt; ${line}`)
        .join('\n')
    default:
      return inline(element)
  }
}

const inline = ({ elements }: Thing): string => list(elements).map(piece).join('').trim()

function piece(element: Thing): string {
  const id = (key: string) => textOf(element[key])
  switch (element.type) {
    case 'user':
      return `<@${id('user_id')}>`
    case 'channel':
      return `<#${id('channel_id')}>`
    case 'usergroup':
      return `<!subteam^${id('usergroup_id')}>`
    case 'broadcast':
      return `<!${id('range')}>`
    case 'emoji':
      return `:${id('name')}:`
    case 'link':
      return `<${id('url')}${id('text') ? `|${escapeText(id('text'))}` : ''}>`
    case 'date':
      return escapeText(id('fallback'))
    case 'color':
      return escapeText(id('value'))
    default:
      return escapeText(id('text')) || inline(thing(element))
  }
}
