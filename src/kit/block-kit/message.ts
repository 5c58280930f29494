import { clip, clipLines, fairShare, lengthOf, limits, linesWithin } from './text.ts'
import type { Block, MessageContent, Text } from './types.ts'

/**
 * Blocks, and the lines that say the same to notifications and screen readers, as a message that Slack takes, now and in every
 * edit. The first lines say what matters most.
 */
export const asMessage = (lines: readonly string[], blocks: Block[]): MessageContent => ({
  text: linesWithin(
    lines.filter((line) => line !== ''),
    limits.messageText,
  ),
  blocks: fitBlocks(blocks),
})

/** A message within what Slack counts; as it is where it is within. Everything that is posted or edited goes through this. */
export function fitMessage(content: MessageContent): MessageContent {
  const text = linesWithin(content.text.split('\n'), limits.messageText)
  const blocks = fitBlocks(content.blocks)
  return text === content.text && blocks === content.blocks ? content : { text, blocks }
}

/** What is too long is taken from the longest texts that people read; what they press stays as it is. */
function fitBlocks(blocks: Block[]): Block[] {
  const whole = bytesIn(blocks)
  if (whole <= limits.messageBlocks) return blocks
  const texts = blocks.flatMap(textsOf).map(({ text }) => lengthOf(text, 'bytes'))
  const fixed = whole - texts.reduce((sum, length) => sum + length, 0)
  const share = fairShare(texts, limits.messageBlocks - fixed)
  const short = <T extends Text>(text: T): T => ({
    ...text,
    text: (text.type === 'mrkdwn' ? clipLines(text.text, share) : clip(text.text, share, 'bytes')) || '…',
  })
  return blocks.map((block): Block => {
    if (block.type === 'context') return { ...block, elements: block.elements.map(short) }
    if (block.type !== 'section') return block
    return {
      ...block,
      ...(block.text ? { text: short(block.text) } : {}),
      ...(block.fields ? { fields: block.fields.map(short) } : {}),
    }
  })
}

function textsOf(block: Block): Text[] {
  if (block.type === 'context') return block.elements
  return block.type === 'section' ? [...(block.text ? [block.text] : []), ...(block.fields ?? [])] : []
}

/** The bytes of every text inside, at any depth: labels of buttons and of what a menu offers count as well. */
function bytesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + bytesIn(each), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (key === 'text' && typeof inner === 'string' ? lengthOf(inner, 'bytes') : bytesIn(inner)),
    0,
  )
}
