import { withDefaults } from '../../block-kit/index.ts'
import { newBlockId } from '../ids.ts'
import { isObject, type Json, objectsIn, textOf } from './json.ts'

/** An element that a person can use, and the block around it. */
export type Placed = { block: Json; blockId: string; element: Json; actionId: string; type: string }

function* elementsOfBlock(block: Json): Generator<Json> {
  if (isObject(block.element)) yield block.element
  if (isObject(block.accessory)) yield block.accessory
  yield* objectsIn(block.elements)
  yield* objectsIn(block.actions)
  for (const card of objectsIn(block.elements)) yield* objectsIn(card.actions)
}

/** Every element with an action id, in the order in which it is shown. */
export function* elementsIn(blocks: unknown): Generator<Placed> {
  for (const block of objectsIn(blocks)) {
    for (const element of elementsOfBlock(block)) {
      if (typeof element.action_id !== 'string') continue
      yield {
        block,
        blockId: textOf(block.block_id),
        element,
        actionId: element.action_id,
        type: textOf(element.type),
      }
    }
  }
}

const withoutActions = new Set(['image', 'text', 'mrkdwn', 'plain_text'])

/** A copy of the blocks with what Slack adds: its defaults, and an id for each block and each element. */
export function withIds(blocks: unknown): Json[] {
  const copies = objectsIn(withDefaults(blocks))
  for (const block of copies) {
    block.block_id ||= newBlockId()
    if (block.type === 'rich_text') continue
    for (const element of elementsOfBlock(block)) {
      const type = textOf(element.type)
      if (!withoutActions.has(type) && !type.startsWith('rich_text_')) element.action_id ||= newBlockId()
    }
  }
  return copies
}
