import { expect, test } from 'vitest'
import { situations, voices } from '../situation/situation.samples.ts'
import { waitingIn } from './waiting.samples.ts'

const now = new Date('2026-11-23T05:20:00Z')
const waiting = (situation: Parameters<typeof waitingIn>[0], userId: string) =>
  waitingIn(situation, { userId, now, settings: voices.ja.settings }).map(({ what }) => what)

test('who is asked to take a role has it to answer, and nobody else', () => {
  const offer = {
    id: 'hov_1',
    role: 'scribe' as const,
    from: null,
    to: 'U0ALICE',
    proposedBy: 'U0SATO',
    briefing: '',
    proposedAt: now,
    remindedAt: null,
  }
  const asked = { ...situations.declared, asked: [offer] }
  expect(waiting(asked, 'U0ALICE')).toEqual(['role'])
  expect(waiting(asked, 'U0SATO')).toEqual([])
})

test('what waits for the handler waits for nobody else', () => {
  const roles = [{ role: 'handler' as const, userId: 'U0SATO', since: now }]
  const led = { ...situations.declared, roles }
  expect(waiting(led, 'U0SATO')).toContain('level')
  expect(waiting(led, 'U0TANAKA')).toEqual([])
  expect(waiting({ ...led, incident: { ...led.incident, status: 'recovered' } }, 'U0SATO')).toContain('complete')
})
