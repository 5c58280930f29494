import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statuses } from '../incident/incident.ts'
import { situations } from '../situation/situation.samples.ts'
import { commandGroups, commandOf, menuVerbs, verbs } from './registry.ts'
import { isOver, nextStep } from './verb.ts'

const { roles: led, lastUpdate } = situations.underWay
const anySituation = fc
  .record({
    status: fc.constantFrom(...statuses),
    level: fc.constantFrom(null, 'level3'),
    isLed: fc.boolean(),
    last: fc.constantFrom(undefined, lastUpdate, situations.overdue.lastUpdate),
  })
  .map(({ status, level, isLed, last }) => ({
    ...situations.declared,
    lastUpdate: last,
    incident: { ...situations.declared.incident, status, level },
    roles: isLed ? led : [],
  }))

test('the next step follows the process: lead, level, update, 復旧, 完了', () => {
  const { incident } = situations.declared
  const at = (change: object, roles = led, last = lastUpdate) =>
    nextStep({ incident: { ...incident, ...change }, roles, lastUpdate: last })
  expect(at({}, [])).toBe('take-handler')
  expect(at({})).toBe('set-level')
  expect(nextStep(situations.silent)).toBe('update')
  expect(at({ level: 'level3' })).toBe('recover')
  expect(at({ level: 'level3' }, led, situations.overdue.lastUpdate)).toBe('update')
  expect(at({ status: 'recovered' })).toBe('complete')
  expect(at({ status: 'completed' })).toBe('reopen')
})

test('the menu always offers the next step', () => {
  fc.assert(
    fc.property(anySituation, (situation) => {
      expect(menuVerbs(situation)).toContain(nextStep(situation))
    }),
  )
})

test('once it is over, what is left for the menu is to hide it, to put its times right, to take it up again, or to look around', () => {
  fc.assert(
    fc.property(anySituation, (situation) => {
      fc.pre(isOver(situation.incident))
      const after: readonly string[] = [...Object.keys(commandGroups.learn), ...Object.keys(commandGroups.look)]
      const verbsLeft = menuVerbs(situation)
      expect(verbsLeft.filter((verb) => !after.includes(verb))).toEqual(['set-visibility', 'edit-times', 'reopen'])
      expect(verbsLeft).toEqual(expect.arrayContaining(['timeline', 'list']))
    }),
  )
})

test('a value from an old or strange message is no verb', () => {
  expect(verbs.map((verb) => commandOf(verb)?.verb)).toEqual(verbs)
  fc.assert(fc.property(fc.string(), (text) => verbs.some((verb) => verb === text) || commandOf(text) === undefined))
})
