import { expect, test } from 'vitest'
import { readEnvelope } from './envelope.ts'

/** By what the events are kept in their order. */
const placeOf = (event: object) => readEnvelope({ type: 'event_callback', event_id: 'Ev1', event })?.channelId

test('what happens to a group or a person is worked off in its order, as what happens in a channel', () => {
  expect(placeOf({ type: 'subteam_members_changed', subteam_id: 'S1', added_users: ['U1'] })).toBe('S1')
  expect(placeOf({ type: 'subteam_updated', subteam: { id: 'S1' } })).toBe('S1')
  expect(placeOf({ type: 'user_change', user: { id: 'U1' } })).toBe('U1')
  expect(placeOf({ type: 'reaction_added', user: 'U1', item: { channel: 'C1' } })).toBe('C1')
  expect(placeOf({ type: 'member_joined_channel', user: 'U1', channel: 'C1' })).toBe('C1')
  expect(placeOf({ type: 'app_uninstalled' })).toBeUndefined()
})
