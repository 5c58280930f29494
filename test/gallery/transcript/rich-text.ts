import type { Part, RichText } from './rich-text-shapes.ts'
import { textLines } from './text.ts'

/** Rich text as lines, with the signs that people type for it: `*bold*`, `> quote`, `- item`, fences around code. */
export const richTextLines = (elements: RichText): string[] => elements.flatMap(partLines)

function partLines(element: RichText[number]): string[] {
  switch (element.type) {
    case 'rich_text_section':
      return textLines(element.elements.map(written).join(''))
    case 'rich_text_quote':
      return textLines(element.elements.map(written).join('')).map((line) => `> ${line}`)
    case 'rich_text_preformatted':
      return [`\`\`\`${element.language ?? ''}`, ...textLines(element.elements.map(written).join('')), '```']
    case 'rich_text_list':
      return element.elements.flatMap((item, at) => {
        const sign = element.style === 'ordered' ? `${at + 1 + (element.offset ?? 0)}. ` : '- '
        const indent = '   '.repeat(element.indent ?? 0)
        return textLines(item.elements.map(written).join('')).map(
          (line, n) => `${indent}${n === 0 ? sign : '  '}${line}`,
        )
      })
  }
}

function written(part: Part): string {
  const signs = [part.style?.bold && '*', part.style?.italic && '_', part.style?.strike && '~', part.style?.code && '`']
  const around = signs.filter(Boolean).join('')
  return `${around}${bare(part)}${[...around].reverse().join('')}`
}

function bare(part: Part): string {
  switch (part.type) {
    case 'text':
      return part.text
    case 'user':
      return `<@${part.user_id}>`
    case 'usergroup':
      return `<!subteam^${part.usergroup_id}>`
    case 'channel':
      return `<#${part.channel_id}>`
    case 'broadcast':
      return `<!${part.range}>`
    case 'link':
      return part.text ? `<${part.url}|${part.text}>` : `<${part.url}>`
    case 'emoji':
      return `:${part.name}:`
    case 'date': {
      const link = part.url ? `^${part.url}` : ''
      return `<!date^${part.timestamp}^${part.format}${link}|${part.fallback ?? ''}>`
    }
  }
}
