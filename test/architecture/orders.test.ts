import { expect, test } from 'vitest'
import { features } from '../../src/features/all.ts'
import { slotOrder } from '../../src/rooms/board/order.ts'
import { cardOrder } from '../../src/rooms/card/order.ts'
import { menuOrder } from '../../src/rooms/commands/order.ts'

const lists: [string, readonly string[]][] = [
  ['the menu', Object.values(menuOrder).flat()],
  ['the slots', slotOrder],
  ...Object.entries(cardOrder).map(([part, names]): [string, readonly string[]] => [`the card, ${part}`, names]),
]

test.each(lists)('%s: nothing stands there twice', (_where, names) => {
  expect(names).toEqual([...new Set(names)])
})

test('no two features bring a verb, a line or a slot of one name', () => {
  const brought = features.flatMap(({ commands = {}, card = {}, slots = {} }) => [
    ...Object.keys(commands).map((name) => `verb ${name}`),
    ...Object.keys(slots).map((name) => `slot ${name}`),
    ...Object.entries(card).flatMap(([part, lines]) => Object.keys(lines).map((name) => `${part} ${name}`)),
  ])
  expect(brought.length).toBeGreaterThan(90)
  expect(brought).toEqual([...new Set(brought)])
})
