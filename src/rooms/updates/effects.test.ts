import { describe, expect, test } from 'vitest'
import type { Fact } from '../facts/index.ts'
import { settingsSchema } from '../settings/index.ts'
import { effects } from './effects.ts'
import { dueSoonTimer, overdueTimer } from './timer.ts'

const at = new Date('2026-11-23T05:00:00Z')
const subject = 'incident:inc_1'
const services = { a: { name: 'A' } }
const settings = settingsSchema.parse({
  services,
  timekeeper: {
    overdue: [
      { after: '2m', tell: 'channel' },
      { after: '7m', tell: 'handler' },
    ],
  },
})
const following = (type: Fact['type'], data: object, company = settings) =>
  effects({ id: 'fct_1', subject, n: 1, at, actor: { kind: 'bot' }, type, data } as Fact, company)
const inMinutes = (n: number) => [
  { do: 'set-timer', subject, kind: overdueTimer, dueAt: new Date(at.getTime() + n * 60_000) },
]
const stopped = [{ do: 'cancel-timer', subject, kind: overdueTimer }]
const saysNothing = [{ do: 'cancel-timer', subject, kind: dueSoonTimer }]
const saidInMinutes = (n: number) => [
  { do: 'set-timer', subject, kind: dueSoonTimer, dueAt: new Date(at.getTime() + n * 60_000) },
]

describe('a promise', () => {
  test('is watched from the moment it is given, by its own time', () => {
    expect(following('updates.posted', { n: 1, nextAt: '2026-11-23T05:30:00.000Z' })).toEqual([
      ...inMinutes(32),
      ...saidInMinutes(27),
    ])
  })

  test('is no news before it is due where it is due within three minutes', () => {
    const next = (nextAt: string) => following('updates.posted', { n: 1, nextAt })
    expect(next('2026-11-23T05:03:00.000Z')).toEqual([...inMinutes(5), ...saysNothing])
    expect(next('2026-11-23T05:03:01.000Z')).toEqual([...inMinutes(5 + 1 / 60), ...saidInMinutes(1 / 60)])
  })

  test('that is renewed is watched anew', () => {
    const renewed = { n: 1, promisedAt: '2026-11-23T05:03:00.000Z', nextAt: '2026-11-23T05:33:00.000Z' }
    expect(following('updates.unchanged', renewed)).toEqual([...inMinutes(35), ...saidInMinutes(30)])
  })

  test('is no news before it is due once its reminder was made to wait', () => {
    const until = '2026-11-23T06:00:00.000Z'
    expect(following('timekeeper.snoozed', { reminder: 'update', until, reason: '待ち' })).toEqual(saysNothing)
    expect(following('timekeeper.snoozed', { reminder: 'checkpoint', until, reason: '待ち' })).toEqual([])
  })

  test('an update without one takes back what was promised before', () => {
    expect(following('updates.posted', { n: 2, nextAt: null })).toEqual([...stopped, ...saysNothing])
  })

  test('each step sets the next from itself, however late it comes, until there are no more', () => {
    expect(following('updates.overdue', { n: 1, step: 1 })).toEqual(inMinutes(7))
    expect(following('updates.overdue', { n: 1, step: 2 })).toEqual(stopped)
  })

  test('binds nobody once the response is over, or begins anew', () => {
    for (const type of [
      'incident.recovered',
      'incident.completed',
      'incident.cancelled',
      'incident.merged',
      'incident.reopened',
    ] as const)
      expect(following(type, {})).toEqual([...stopped, ...saysNothing])
  })

  test('is not watched where the settings say that nobody is reminded', () => {
    const silent = settingsSchema.parse({ services, timekeeper: { overdue: [] } })
    expect(following('updates.posted', { n: 1, nextAt: '2026-11-23T05:30:00.000Z' }, silent)).toEqual([
      ...stopped,
      ...saysNothing,
    ])
  })

  test('does not care about the rest', () => {
    expect(following('incident.level_set', { from: null, to: 'level3' })).toEqual([])
  })
})
