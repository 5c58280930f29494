import { describe, expect, test } from 'vitest'
import { commonErrors, methodFacts } from '../../../sandbox/coverage/index.ts'
import { later } from '../../kit/clock.ts'
import type { Outcome } from '../../kit/slack/index.ts'
import type { Standing } from './performer.ts'
import { resultOf } from './result.ts'
import { type Act, hashOf, type Slot, type SlotRow } from './slot.ts'

const now = new Date('2026-11-23T05:00:00Z')
const content = { text: 'new', blocks: [] }

/** Every act of which Slack may refuse an edit, and how it is edited. */
const edited: readonly [string, Act, string][] = [
  ['a message in a channel', { do: 'message', channel: 'C1', content }, 'chat.update'],
  ['a direct message', { do: 'direct-message', user: 'U1', content }, 'chat.update'],
  ['the topic', { do: 'topic', channel: 'C1', text: 'new' }, 'conversations.setTopic'],
  ['the bookmark', { do: 'bookmark', channel: 'C1', title: 'new', emoji: ':x:', to: 'card' }, 'bookmarks.edit'],
]

const row = (slot: string): SlotRow => ({
  slot,
  state: 'standing',
  channelId: 'C1',
  ts: '1.0',
  ref: null,
  hash: 'before',
  intendedAt: later(now, -60_000),
  attempts: 0,
  retryAt: null,
  error: null,
})
const refuse = (error: string, act: Act, more: Partial<Slot> = {}) => {
  const slot: Slot = { slot: 'a', keep: 'living', lane: 'announce', act, ...more }
  const outcome: Outcome<Standing> = { is: 'refused', error }
  return resultOf({ slot, row: row('a'), hash: hashOf(act), how: 'renew' }, outcome, now, 3_000)
}
const errorsOf = (method: string) =>
  new Set([...(methodFacts.get(method)?.errors ?? []), ...Object.values(commonErrors).flat()])

describe.each(edited)('an edit of %s', (_, act, method) => {
  test.each([...errorsOf(method)])('that is refused with %s is told, and none is dropped in silence', (error) => {
    const result = refuse(error, act)
    // What a person took away from the top of the channel misleads nobody.
    const isPersons = act.do === 'bookmark' && error === 'not_found'
    if (isPersons) expect(result).toEqual({ slot: 'a', is: 'released', error: null })
    else expect(result).toMatchObject({ slot: 'a', error, is: error === 'message_not_found' ? 'released' : 'stale' })
  })
})

test('a message that must be read somewhere is posted anew when it cannot be edited', () => {
  const act: Act = { do: 'message', channel: 'C1', content }
  for (const error of ['edit_window_closed', 'message_not_found', 'msg_too_long'])
    expect(refuse(error, act, { again: true })).toMatchObject({ is: 'again', look: false, retryAt: now })
})

test('nobody is told of a form that its reader has closed, or of news that somebody deleted and whose time is past', () => {
  const view: Act = {
    do: 'view',
    viewId: 'V1',
    view: { type: 'modal', callback_id: 'x', title: { type: 'plain_text', text: 'x' }, blocks: [] },
  }
  expect(refuse('not_found', view)).toEqual({ slot: 'a', is: 'released', error: null })
  const act: Act = { do: 'message', channel: 'C1', content }
  expect(refuse('message_not_found', act, { keep: 'while-standing' })).toMatchObject({ is: 'released', error: null })
  expect(refuse('edit_window_closed', act, { keep: 'while-standing' })).toMatchObject({ is: 'stale' })
})
