import { expect, test } from 'vitest'
import { situations, voices } from '../situation/situation.samples.ts'
import { afterArchiveSlots } from './after-archive.ts'
import type { Announced } from './messages.ts'

const archivedAt = new Date('2026-11-27T01:00:00Z')
const reviewed: Announced = {
  id: 'fct_1',
  subject: 'incident:inc_1',
  n: 1,
  type: 'publishing.reviewed',
  at: new Date('2026-11-27T02:00:00Z'),
  actor: { kind: 'bot' },
  data: { verdict: 'approved', by: 'sato-gh', number: 1, url: 'https://github.example.com/a/b/pull/1' },
}
const told = (visibility: 'public' | 'private') => {
  const { incident, channel, ...rest } = situations.completed
  const situation = {
    ...rest,
    incident: { ...incident, visibility, postmortemOwner: 'U0SATO' },
    channel: { ...channel, archivedAt },
  }
  return afterArchiveSlots(situation, [reviewed], ['C0SERVICE'], voices.ja, () => voices.ja).map(({ slot }) => slot)
}

test('what becomes of the document after the archive is told to its writer, and in the service’s channels', () => {
  expect(told('public')).toEqual(['announce:publishing.reviewed:1:U0SATO', 'announce:publishing.reviewed:1:C0SERVICE'])
})

test('of a private incident it is told to its writer alone', () => {
  expect(told('private')).toEqual(['announce:publishing.reviewed:1:U0SATO'])
})
