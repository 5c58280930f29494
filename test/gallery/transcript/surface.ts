import { blockLines } from './blocks.ts'
import { type Block, blocksOf, type Surface, surfaceOf } from './shapes.ts'
import { hanging, textLines } from './text.ts'

/**
 * A message, a form or the home tab as people read it, in lines. A message's notification stands first, behind 🔔, where it
 * says anything else than the message. Throws on every type and key that it cannot draw.
 */
export function surfaceLines(payload: object): string[] {
  const surface: Surface = surfaceOf(payload)
  if (!('type' in surface)) return drawMessage(surface.text, surface.blocks)
  if (surface.type === 'home') return blockLines(surface.blocks)
  const buttons = [
    ...(surface.submit ? [`[» ${surface.submit.text}]`] : []),
    ...(surface.close ? [`[${surface.close.text}]`] : []),
  ]
  return [
    `┌ ${surface.title.text}`,
    ...blockLines(surface.blocks).map((line) => `│ ${line}`.trimEnd()),
    `└ ${buttons.join(' ')}`,
  ]
}

/** The same for a message as Slack keeps it: `blocks` of any origin, or none. */
export const messageLines = (text: string, blocks: unknown[] | undefined): string[] =>
  blocks && blocks.length > 0 ? drawMessage(text, blocksOf(blocks)) : textLines(text)

function drawMessage(text: string, blocks: readonly Block[]): string[] {
  const body = blockLines(blocks)
  return letters(text) === letters(words(blocks)) ? body : [...hanging('🔔 ', textLines(text)), ...body]
}

/** What the blocks say by themselves, whatever there is to press. */
const words = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => {
      if (block.type === 'section') return [block.text, ...(block.fields ?? [])].map((each) => each?.text ?? '')
      if (block.type === 'header') return [block.text.text]
      if (block.type === 'context') return block.elements.map((each) => ('text' in each ? each.text : each.alt_text))
      return []
    })
    .join('\n')

/** What a text says, whatever stands between its letters, and whether an address in it is marked as a link or not. */
export const letters = (text: string): string => text.replaceAll(/<(https?:\/\/[^<>|]+)>/g, '$1').replaceAll(/\s/g, '')
