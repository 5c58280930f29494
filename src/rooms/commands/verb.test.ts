import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOver, nextStep } from '../faces/next-step.ts'
import { statuses } from '../incident/incident.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { commandOf, commands, menuVerbs, offeredVerbs, verbs } from './registry.ts'

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

test('the next step follows the process: handler, level, update, impact, 復旧, 完了', () => {
  const { incident } = situations.declared
  const at = (change: object, roles = led, last = lastUpdate) =>
    nextStep({ ...situations.declared, incident: { ...incident, ...change }, roles, lastUpdate: last })
  expect(at({}, [])).toBe('take-handler')
  expect(at({})).toBe('set-level')
  expect(nextStep(situations.silent)).toBe('update')
  expect(at({ level: 'level3' })).toBe('edit-summary')
  expect(at({ level: 'level3', impact: 'Nobody can sign in' })).toBe('recover')
  expect(at({ level: 'level3' }, led, situations.overdue.lastUpdate)).toBe('update')
  expect(at({ status: 'recovered' })).toBe('complete')
  expect(at({ status: 'completed' })).toBe('reopen')
})

test('what became private where anybody can read it is moved first, as soon as somebody leads', () => {
  const { incident, channel } = situations.declared
  const at = (change: object, roles = led) =>
    nextStep({
      incident: { ...incident, visibility: 'private', ...change },
      channel: { ...channel, channelId: 'C0INCIDENT', isPrivate: false },
      roles,
      lastUpdate: undefined,
    })
  expect(at({}, [])).toBe('take-handler')
  expect(at({})).toBe('move-channel')
  expect(at({ status: 'recovered' })).toBe('move-channel')
  expect(at({ status: 'completed' })).toBe('reopen')
})

test('the menu always offers the next step', () => {
  fc.assert(
    fc.property(anySituation, (situation) => {
      expect(menuVerbs(situation)).toContain(nextStep(situation))
    }),
  )
})

test('the menu is short, in the order of use, and has all the rest behind its last entry', () => {
  fc.assert(
    fc.property(anySituation, (situation) => {
      const inMenu = menuVerbs(situation)
      expect(inMenu.length).toBeLessThanOrEqual(12)
      expect(inMenu.at(-1)).toBe('more')
      const behind = commands.more.form?.(situation, voices.ja, new Date(0), null)
      const pressed = JSON.stringify(behind)
      for (const verb of offeredVerbs(situation)) expect(pressed).toContain(`"incident.${verb}"`)
      for (const verb of inMenu.slice(0, -1)) expect(offeredVerbs(situation)).toContain(verb)
    }),
  )
})

test('once it is over, nobody is offered to go on with the response', () => {
  fc.assert(
    fc.property(anySituation, (situation) => {
      fc.pre(isOver(situation.incident))
      const gone = ['update', 'recover', 'complete', 'set-level', 'take-handler', 'call-people', 'add-todo', 'snooze']
      expect(offeredVerbs(situation).filter((verb) => gone.includes(verb))).toEqual([])
      expect(menuVerbs(situation)).toEqual(expect.arrayContaining(['reopen', 'archive-now', 'timeline']))
    }),
  )
})

test('a value from an old or strange message is no verb', () => {
  expect(verbs.map((verb) => commandOf(verb)?.verb)).toEqual(verbs)
  fc.assert(fc.property(fc.string(), (text) => verbs.some((verb) => verb === text) || commandOf(text) === undefined))
})
