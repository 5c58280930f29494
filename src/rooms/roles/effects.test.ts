import { describe, expect, test } from 'vitest'
import type { Fact } from '../facts/index.ts'
import { settingsSchema } from '../settings/index.ts'
import { effects } from './effects.ts'
import { vacancyTimer } from './vacancy.ts'

const at = new Date('2026-11-23T05:00:00Z')
const subject = 'incident:inc_1'
const settings = settingsSchema.parse({ services: { a: { name: 'A', tiers: [['@b'], ['@c']] } } })
const following = (type: Fact['type'], data: object) =>
  effects({ id: 'fct_1', subject, n: 1, at, actor: { kind: 'bot' }, type, data } as Fact, settings)
const since = new Date(at.getTime() - 10 * 60_000)
const vacancy = { since: since.toISOString(), service: 'a', level: null, kind: 'real', visibility: 'public' }
const inMinutes = (n: number, progress: object) => [
  { do: 'set-timer', subject, kind: vacancyTimer, dueAt: new Date(at.getTime() + n * 60_000), data: progress },
]
const afresh = inMinutes(3, { since: at, nudged: 0, tiers: 0 })

describe('the calling for a handler', () => {
  test('begins with the declaration, whoever declared, and anew when the handler goes', () => {
    expect(following('incident.declared', { service: 'a', visibility: 'public' })).toEqual(afresh)
    expect(following('roles.handler_released', { user: 'U1', because: 'left-channel' })).toEqual(afresh)
  })

  test('goes on after each reminder: the first is not the last', () => {
    const nudged = { ...vacancy, since: new Date(at.getTime() - 3 * 60_000).toISOString(), n: 1 }
    const progress = { since: new Date(nudged.since), nudged: 1, tiers: 0 }
    expect(following('roles.vacancy_nudged', nudged)).toEqual(inMinutes(2, progress))
  })

  test('calls tier after tier when the reminders are spent, and then rests', () => {
    expect(following('roles.vacancy_nudged', { ...vacancy, n: 3 })).toEqual(
      inMinutes(6, { since, nudged: 3, tiers: 0 }),
    )
    expect(following('roles.tier_called', { ...vacancy, tier: 1 })).toEqual(
      inMinutes(6, { since, nudged: 3, tiers: 1 }),
    )
    expect(following('roles.tier_called', { ...vacancy, tier: 2 })).toEqual([])
    expect(following('roles.vacancy_nudged', { ...vacancy, n: 3, visibility: 'private' })).toEqual([])
  })

  test('ends when somebody leads, and when it is over', () => {
    for (const type of [
      'roles.handler_taken',
      'roles.handed_over',
      'incident.recovered',
      'incident.completed',
      'incident.cancelled',
      'incident.merged',
    ] as const)
      expect(following(type, {})).toContainEqual({ do: 'cancel-timer', subject, kind: vacancyTimer })
  })

  test('does not care about other roles', () => {
    expect(following('roles.role_released', { role: 'scribe', user: 'U1', because: 'gave-up' })).toEqual([])
  })
})
