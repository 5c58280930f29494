// Puts the menu up, whose labels the messages draw.
import '../../rooms/commands/index.ts'
import { expect, test } from 'vitest'
import type { FactOf } from '../../rooms/facts/index.ts'
import { situations, voices } from '../../rooms/situation/situation.samples.ts'
import { crewSlots } from './slots.ts'

test('an offer of the lead is put to the one who is asked, after they were let in', () => {
  const offered: FactOf<'roles.hand_over_proposed'> = {
    id: 'fct_1',
    subject: 'incident:inc_1',
    n: 1,
    type: 'roles.hand_over_proposed',
    at: new Date('2026-11-23T05:20:00Z'),
    actor: { kind: 'person', id: 'U0SATO' },
    data: { handOver: 'hov_1', from: 'U0SATO', to: 'U0ALICE', briefing: 'DB を再起動した' },
  }
  const slots = crewSlots(situations.underWay, [offered], new Map(), voices.ja)
  const asked = slots.filter(({ act }) => act.do === 'direct-message')
  expect(asked).toMatchObject([{ follows: ['invite:U0ALICE:hand-over'], act: { user: 'U0ALICE' } }])
  expect(slots.flatMap(({ act }) => (act.do === 'invite' ? [act.user] : []))).toEqual(['U0ALICE'])
})
