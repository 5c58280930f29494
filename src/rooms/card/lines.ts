import { features } from '../../features/all.ts'
import { type CardLine, type CardLines, type CardPart, cardParts } from '../faces/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { cardOrder } from './order.ts'
import { ownLines } from './own-lines.ts'

/** Everything that can stand on the card, by part and in its order. Throws while the program is loaded where a line has no place, or the reverse. */
const placed: ReadonlyMap<CardPart, readonly CardLine[]> = new Map(cardParts.map((part) => [part, inOrder(part)]))

function inOrder(part: CardPart): CardLine[] {
  const brought: CardLines[] = [ownLines, ...features.map(({ card = {} }) => card)]
  const named = new Map(brought.flatMap((lines) => Object.entries(lines[part] ?? {})))
  const lost = [...named.keys()].filter((name) => !cardOrder[part].includes(name))
  if (lost.length > 0) throw new Error(`${lost.join(', ')}: has no place among the ${part} (src/rooms/card/order.ts)`)
  return cardOrder[part].map((name) => {
    const line = named.get(name)
    if (!line) throw new Error(`No feature brings the line ${name} of the ${part}`)
    return line
  })
}

/** What one part of the card says now. */
export const linesOf = (part: CardPart, situation: Situation, voice: Voice): string[] =>
  (placed.get(part) ?? []).flatMap((line) => line(situation, voice))
