import { features } from '../../features/all.ts'
import type { SlotFace } from '../faces/index.ts'
import { slotOrder } from './order.ts'
import { ownFaces } from './own-faces.ts'

const named: ReadonlyMap<string, SlotFace> = new Map(
  [ownFaces, ...features.map(({ slots = {} }) => slots)].flatMap((each) => Object.entries(each)),
)

/** Everything that lets something stand in Slack, in its order. Throws while the program is loaded where a face has no place, or the reverse. */
export const slotFaces: readonly SlotFace[] = inOrder()

function inOrder(): SlotFace[] {
  const lost = [...named.keys()].filter((name) => !slotOrder.includes(name))
  if (lost.length > 0) throw new Error(`${lost.join(', ')}: has no place in src/rooms/board/order.ts`)
  return slotOrder.map((name) => {
    const face = named.get(name)
    if (!face) throw new Error(`No feature brings the slots ${name}`)
    return face
  })
}
