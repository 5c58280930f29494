import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factShapes } from '../../scripts/facts/shapes.ts'
import { features } from '../../src/features/all.ts'
import { slotOrder } from '../../src/rooms/board/order.ts'
import { cardOrder } from '../../src/rooms/card/order.ts'
import { menuOrder } from '../../src/rooms/commands/order.ts'
import { waitKinds } from '../../src/rooms/home/index.ts'
import { happenedFacts, putUpHappenings } from '../../src/rooms/record/index.ts'
import { root } from './cruise.ts'

const lists: [string, readonly string[]][] = [
  ['the menu', Object.values(menuOrder).flat()],
  ['the slots', slotOrder],
  ['what waits', waitKinds],
  ...Object.entries(cardOrder).map(([part, names]): [string, readonly string[]] => [`the card, ${part}`, names]),
]

test.each(lists)('%s: nothing stands there twice', (_where, names) => {
  expect(names).toEqual([...new Set(names)])
})

test('no two features bring a verb, a line or a slot of one name', () => {
  const brought = features.flatMap(({ commands = {}, card = {}, slots = {}, waits = {} }) => [
    ...Object.keys(commands).map((name) => `verb ${name}`),
    ...Object.keys(slots).map((name) => `slot ${name}`),
    ...Object.keys(waits).map((name) => `wait ${name}`),
    ...Object.entries(card).flatMap(([part, lines]) => Object.keys(lines).map((name) => `${part} ${name}`)),
  ])
  expect(brought.length).toBeGreaterThan(90)
  expect(brought).toEqual([...new Set(brought)])
})

const types = Object.keys(factShapes())
/** The facts that a text names. */
const named = (text: string) => types.filter((type) => text.includes(`'${type}'`))

test('the timeline and the record of changes name no fact of a feature', () => {
  expect(named(`case 'roles.handed_over': return`)).toEqual(['roles.handed_over'])
  // The fact by which people put the moments of others right.
  const allowed = ['src/rooms/record/timeline/facts.ts: incident.times_edited']
  const files = ['src/rooms/record/timeline', 'src/rooms/history'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => /(?<!\.test)\.ts$/.test(file))
      .map((file) => `${folder}/${file}`),
  )
  expect(files.length).toBeGreaterThan(10)
  const naming = files
    .flatMap((file) => named(readFileSync(join(root, file), 'utf8')).map((type) => `${file}: ${type}`))
    // What people do to the timeline itself is the room's own.
    .filter((each) => !each.includes(': record.') && !allowed.includes(each))
  expect(naming).toEqual([])
})

test('each fact reads as one feature says: a second one stops the program', () => {
  const all = features.flatMap(({ happened }) => happened ?? [])
  expect(happenedFacts('all')).toHaveLength(new Set(all.flatMap((each) => Object.keys(each))).size)
  expect(happenedFacts('timeline').length).toBeGreaterThan(40)
  expect(() => putUpHappenings([...all, { 'roles.handed_over': { tell: () => '' } }])).toThrow('roles.handed_over')
})
