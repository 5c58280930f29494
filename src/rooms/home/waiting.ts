import { features } from '../../features/all.ts'
import type { Asking, Wait, Waits, Whom } from '../faces/index.ts'
import { type WaitKind, waitKinds, waitLast } from './order.ts'

/** One thing that waits for a person, and of which kind it is. */
export type Waiting = Wait & { what: WaitKind }

/** What features bring, in its order. Throws while the program is loaded where something has no place, or the reverse. */
const faces: readonly { what: WaitKind; waits: Waits }[] = inOrder()

function inOrder() {
  const named = new Map(features.flatMap(({ waits = {} }) => Object.entries(waits)))
  const lost = [...named.keys()].filter((name) => !waitKinds.some((kind) => kind === name))
  if (lost.length > 0) throw new Error(`${lost.join(', ')}: has no place in src/rooms/home/order.ts`)
  return waitKinds.map((what) => {
    const waits = named.get(what)
    if (!waits) throw new Error(`No feature brings what waits: ${what}`)
    return { what, waits }
  })
}

/** All that waits for one person: what their incidents ask of them, incident by incident, and then what is theirs wherever it is. */
export async function waitingIn(asking: Asking, whom: Whom): Promise<Waiting[]> {
  const found = await Promise.all(
    faces.map(async ({ what, waits }) => (await waits(asking, whom)).map((wait) => ({ ...wait, what }))),
  )
  return sorted(found.flat(), await asking.ids)
}

/** In the order of these incidents and, of one, of their kinds. */
export function sorted(all: readonly Waiting[], ids: readonly string[]): Waiting[] {
  const isLast = ({ what }: Waiting) => waitLast.some((kind) => kind === what)
  return [
    ...ids.flatMap((id) => all.filter((wait) => wait.core.incident.id === id && !isLast(wait))),
    ...all.filter(isLast),
  ]
}
