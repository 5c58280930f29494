import { describe, expect, test } from 'vitest'
import type { Fact } from '../facts/index.ts'
import { settingsSchema } from '../settings/index.ts'
import { situations } from '../situation/situation.samples.ts'
import { archiveTimer } from './archive.ts'
import { effects } from './effects.ts'
import { leftUndone } from './left.ts'

const at = new Date('2026-11-23T05:00:00Z')
const subject = 'incident:inc_1'
const settings = settingsSchema.parse({ services: { a: { name: 'A' } }, channels: { archive_after: '3d' } })
const following = (type: Fact['type'], data: object) =>
  effects({ id: 'fct_1', subject, n: 1, at, actor: { kind: 'bot' }, type, data } as Fact, settings).filter(
    (each) => each.do !== 'keep-timer',
  )
const inDays = (days: number) => new Date(at.getTime() + days * 86_400_000)
const timer = { do: 'set-timer', subject, kind: archiveTimer }

describe('the archiving of a channel', () => {
  test('is said a day before, and then done', () => {
    const archiveAt = inDays(3).toISOString()
    for (const type of ['incident.completed', 'incident.cancelled', 'incident.merged'] as const) {
      expect(following(type, {})).toEqual([{ ...timer, dueAt: inDays(2), data: { step: 'announce', archiveAt } }])
    }
    expect(following('upkeep.archive_announced', { archiveAt })).toEqual([
      { ...timer, dueAt: inDays(3), data: { step: 'archive', archiveAt } },
    ])
  })

  test('is called off when the incident is taken up again, or somebody has archived it', () => {
    for (const type of ['incident.reopened', 'channel.archived'] as const) {
      expect(following(type, {})).toEqual([{ do: 'cancel-timer', subject, kind: archiveTimer }])
    }
  })
})

test('one open TODO, a provisional repair and an undecided level are left undone', () => {
  const { incident, ladder } = situations.recovered
  const done = { incident: { ...incident, level: 'level3', permanence: 'permanent' as const }, ladder, actions: [] }
  const left = (change: object) => leftUndone({ openTodos: 0, ...done, ...change }, settings).map(({ what }) => what)
  const before = left({})
  expect(left({ openTodos: 1 })).toEqual(['todos', ...before])
  expect(left({ incident: { ...done.incident, permanence: 'provisional' } })).toEqual(['provisional', ...before])
  expect(left({ incident: { ...done.incident, level: null } })).toEqual(['level', ...before])
})
