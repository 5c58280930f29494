import { expect, test } from 'vitest'
import type { FactOf } from '../facts/index.ts'
import { settingsSchema } from '../settings/index.ts'
import { calledReason, rollOf } from './call.ts'
import { effects } from './effects.ts'
import { callSubject, unansweredTimer } from './name-unanswered.ts'

const at = new Date('2026-11-23T05:00:00Z')

test('of a call everybody is somewhere: coming, declined, silent, or not to be called', () => {
  const called = (userId: string, skipped: 'guest' | null = null) => ({ userId, reason: calledReason(2), skipped })
  const people = [
    called('U1'),
    called('U2'),
    called('U3'),
    called('U4', 'guest'),
    { ...called('U5'), reason: 'called:1' },
  ]
  const answers = [
    { userId: 'U1', answer: 'coming', at },
    { userId: 'U2', answer: 'declined', at },
    { userId: 'U9', answer: 'coming', at },
  ] as const
  expect(rollOf({ n: 2, answers }, people)).toEqual({
    coming: ['U1', 'U9'],
    declined: ['U2'],
    waiting: ['U3'],
    skipped: ['U4'],
  })
})

test('after a call the silent are looked for, and not after one that called nobody', () => {
  const settings = settingsSchema.parse({ services: { a: { name: 'A' } }, calls: { name_unanswered_after: '10m' } })
  const made = (people: number): FactOf<'calls.made'> => ({
    id: 'fct_1',
    subject: 'incident:inc_1',
    n: 1,
    type: 'calls.made',
    at,
    actor: { kind: 'person', id: 'U1' },
    data: { n: 2, function: null, people, skipped: 0, channels: [], gaps: [], reason: null },
  })
  const dueAt = new Date(at.getTime() + 600_000)
  expect(effects(made(1), settings)).toEqual([
    { do: 'set-timer', subject: callSubject('inc_1', 2), kind: unansweredTimer, dueAt },
  ])
  expect(effects(made(0), settings)).toEqual([])
})
