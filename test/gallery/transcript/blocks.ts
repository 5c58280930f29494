import { elementLines, rowLines } from './elements.ts'
import { richTextLines } from './rich-text.ts'
import type { Block } from './shapes.ts'
import { hanging, textLines } from './text.ts'

/** Blocks as lines, in order; what looks the same many times in a row stands once. */
export function blockLines(blocks: readonly Block[]): string[] {
  const lines: string[] = []
  let before = ''
  let same = 0
  const count = () => {
    if (same > 0) lines.push(`(the same ${same} more ${same === 1 ? 'time' : 'times'})`)
    same = 0
  }
  for (const block of blocks) {
    const drawn = draw(block)
    const look = drawn.join('\n')
    if (look === before && drawn.length > 0) {
      same += 1
      continue
    }
    count()
    lines.push(...drawn)
    before = look
  }
  count()
  return lines
}

function draw(block: Block): string[] {
  switch (block.type) {
    case 'section':
      return [
        ...(block.text ? textLines(block.text.text) : []),
        ...(block.fields ?? []).flatMap(({ text }) => hanging('▪ ', textLines(text))),
        ...(block.accessory ? elementLines(block.accessory).map((line) => `    ${line}`) : []),
      ]
    case 'header':
      return [`## ${textLines(block.text.text).join(' ')}`]
    case 'context':
      return block.elements.flatMap((each) =>
        each.type === 'image' ? [`· ${picture(each)}`] : hanging('· ', textLines(each.text)),
      )
    case 'divider':
      return ['────────']
    case 'image':
      return [...(block.title ? textLines(block.title.text) : []), picture(block)]
    case 'actions':
      return rowLines(block.elements)
    case 'input':
      return inputLines(block)
    case 'rich_text':
      return richTextLines(block.elements)
  }
}

const picture = ({ alt_text: alt, image_url: url }: { alt_text: string; image_url: string }): string =>
  `[picture: ${alt} (${url})]`

function inputLines(block: Extract<Block, { type: 'input' }>): string[] {
  const notes = [...(block.optional ? ['optional'] : []), ...(block.dispatch_action ? ['answers at once'] : [])]
  return [
    ...textLines(`${block.label.text}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`),
    ...elementLines(block.element).map((line) => `    ${line}`),
    ...(block.hint ? hanging('    hint: ', textLines(block.hint.text)) : []),
  ]
}
