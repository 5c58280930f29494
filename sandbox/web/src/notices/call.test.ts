import { describe, expect, it } from 'vitest'
import type { Change, Channel, Message } from '../../../protocol.ts'
import { fromState } from '../state/workspace.ts'
import { callIn } from './call.ts'

const channel = (id: string, members: string[], more: Partial<Channel> = {}): Channel => ({
  ...{ id, name: id, creator: 'A', created: 1, is_private: false, is_archived: false, topic: '', purpose: '', members },
  ...{ bookmarks: [], pins: [], messages: [], ...more },
})
const before = fromState(
  {
    ...{ seq: 1, team: { id: 'T', name: 'T', domain: 't' }, users: [], views: {}, homes: {}, reads: {} },
    usergroups: [{ id: 'S1', handle: 'sre', name: 'SRE', users: ['ME'] }],
    channels: [channel('C', ['ME', 'A']), channel('D', ['ME', 'A'], { is_im: true }), channel('E', ['A'])],
  },
  { app_id: 'A', bot_id: 'B', user: 'BOT', name: 'bot', commands: [], shortcuts: [] },
)
const said = (text: string, more: Partial<Message> = {}): Message => ({
  ...{ ts: '5.0', user: 'A', text, reactions: [], ...more },
})
const kindOf = (place: string, message: Message, known = before) => {
  const change: Change = { seq: 2, kind: 'message', channel: place, message }
  return callIn(known, change, 'ME')?.kind
}

describe('a person is called', () => {
  it('by name, through a group, with everybody, or directly', () => {
    expect(kindOf('C', said('<@ME> 見て'))).toBe('named')
    expect(kindOf('C', said('<!subteam^S1|@sre>'))).toBe('named')
    expect(kindOf('C', said('<!here>'))).toBe('named')
    expect(kindOf('D', said('こんにちは'))).toBe('direct')
  })

  it('into a channel that another person opens to them', () => {
    const joined = { subtype: 'group_join', user: 'ME', inviter: 'BOT' }
    expect(kindOf('E', said('', joined))).toBe('invited')
    expect(kindOf('E', said('', { subtype: 'channel_join', user: 'ME' }))).toBeUndefined()
  })

  it('by nothing that is theirs, meant for others, or only edited', () => {
    expect(kindOf('C', said('ふつうの話'))).toBeUndefined()
    expect(kindOf('C', said('<@ME>', { user: 'ME' }))).toBeUndefined()
    expect(kindOf('E', said('<@ME>'))).toBeUndefined()
    expect(kindOf('C', said('<@ME>', { ephemeral_to: 'ME' }))).toBeUndefined()
    const known = { ...before, messages: new Map([['C', [said('…')]]]) }
    expect(kindOf('C', said('<@ME> 直した'), known)).toBeUndefined()
  })
})
