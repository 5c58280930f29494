import type { ActionElement, Block, MessageContent } from '../../kit/block-kit/index.ts'
import { nextActionId, verbActionId } from '../faces/index.ts'
import type { Slot } from '../projection/index.ts'

/** Messages that repeat what another may offer: the newest checkpoint, the list of TODOs, an offer that is asked about once more. */
const repeating = /^(checkpoint:|todos$|hand-over:)/
/** The pinned card always has the next step, whatever else offers it. */
const pinned = /^card(-|$)/

/**
 * No two messages of the incident's channel offer the same thing: of two buttons nobody knows which one counts. A message that repeats it
 * leaves it to the one that is about it, which came later. What stands in a thread is read there, and has its own.
 */
export function leaveOneOffer(slots: readonly Slot[], channelId: string | null): Slot[] {
  const contentOf = ({ act, slot }: Slot): MessageContent | undefined =>
    act.do === 'message' && act.channel === channelId && !act.threadTs && !act.inThreadOf && !pinned.test(slot)
      ? act.content
      : undefined
  const taken = new Set(
    slots.filter(({ slot }) => !repeating.test(slot)).flatMap((slot) => offersIn(contentOf(slot)?.blocks ?? [])),
  )
  return slots.map((slot) => {
    const content = contentOf(slot)
    if (!content || !repeating.test(slot.slot) || slot.act.do !== 'message') return slot
    const blocks = content.blocks.flatMap((block) => without(block, taken))
    return { ...slot, act: { ...slot.act, content: { ...content, blocks } } }
  })
}

/** What a button does, whichever way it is drawn: the next step is the verb that it stands for. */
function offerOf(element: ActionElement): string | undefined {
  if (element.type !== 'button') return undefined
  const { action_id: action, value = '' } = element
  return action === nextActionId ? verbActionId(value) : `${action} ${value}`.trim()
}

const elementsOf = (block: Block): readonly ActionElement[] => {
  if (block.type === 'actions') return block.elements
  return block.type === 'section' && block.accessory ? [block.accessory] : []
}

const offersIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => elementsOf(block).flatMap((each) => offerOf(each) ?? []))

function without(block: Block, taken: ReadonlySet<string>): Block[] {
  const left = elementsOf(block).filter((each) => !taken.has(offerOf(each) ?? ''))
  if (block.type === 'actions') return left.length > 0 ? [{ ...block, elements: left }] : []
  if (block.type !== 'section' || left.length > 0) return [block]
  const { accessory: _, ...rest } = block
  return [rest]
}
