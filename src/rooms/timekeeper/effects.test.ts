import { describe, expect, test } from 'vitest'
import type { Fact } from '../facts/index.ts'
import { settingsSchema } from '../settings/index.ts'
import { effects } from './effects.ts'
import { checkpointTimer } from './timer.ts'

const at = new Date('2026-11-23T05:00:00Z')
const subject = 'incident:inc_1'
const settings = settingsSchema.parse({
  services: { a: { name: 'A' } },
  timekeeper: { checkpoint: '20m' },
  levels: {
    worst: 'last',
    steps: [
      { key: 'calm', label: '軽微' },
      { key: 'grave', label: '重大', checkpoint: '5m' },
    ],
  },
})
const following = (type: Fact['type'], data: object) =>
  effects({ id: 'fct_1', subject, n: 1, at, actor: { kind: 'bot' }, type, data } as Fact, settings)
const inMinutes = (n: number) => [
  { do: 'set-timer', subject, kind: checkpointTimer, dueAt: new Date(at.getTime() + n * 60_000) },
]

describe('the timekeeper', () => {
  test('begins with the declaration, and goes on from each checkpoint', () => {
    expect(following('incident.declared', {})).toEqual(inMinutes(20))
    expect(following('timekeeper.checkpoint_reached', { n: 1, level: null })).toEqual(inMinutes(20))
    expect(following('timekeeper.checkpoint_reached', { n: 1, level: 'grave' })).toEqual(inMinutes(5))
  })

  test('takes the pace of a new level at once, but only while the response goes on', () => {
    expect(following('incident.level_set', { from: null, to: 'grave', reason: null, status: 'responding' })).toEqual(
      inMinutes(5),
    )
    expect(following('incident.level_set', { from: null, to: 'grave', reason: null, status: 'recovered' })).toEqual([])
  })

  test('a level that went out of the settings has the ordinary pace', () => {
    expect(following('timekeeper.checkpoint_reached', { n: 1, level: 'forgotten' })).toEqual(inMinutes(20))
  })

  test('rests at 復旧, 完了 and 取り下げ, and begins again at 再開', () => {
    for (const type of ['incident.recovered', 'incident.completed', 'incident.cancelled'] as const)
      expect(following(type, {})).toEqual([{ do: 'cancel-timer', subject, kind: checkpointTimer }])
    expect(following('incident.reopened', { from: 'recovered', reason: null, level: 'grave' })).toEqual(inMinutes(5))
  })

  test('does not care about the rest', () => {
    expect(following('roles.handler_taken', { user: 'U1' })).toEqual([])
    expect(following('channel.archived', { by: null })).toEqual([])
  })
})
