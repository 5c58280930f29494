import { describe, expect, it } from 'vitest'
import type { Change, Message } from '../../../protocol.ts'
import { sampleChannel, sampleMessage, sampleWorkspace } from '../state/sample-workspace.ts'
import { callIn } from './call.ts'

const members = ['ME', 'A']
const before = sampleWorkspace({
  usergroups: [{ id: 'S1', handle: 'sre', name: 'SRE', users: ['ME'] }],
  channels: [
    sampleChannel('C', { members }),
    sampleChannel('D', { members, is_im: true }),
    sampleChannel('E', { members: ['A'] }),
  ],
})
const said = (text: string, more: Partial<Message> = {}) => sampleMessage('5.0', { text, ...more })
const kindOf = (place: string, message: Message, known = before) => {
  const change: Change = { seq: 6, kind: 'message', channel: place, message }
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
