import { expect, it } from 'vitest'
import { applyChange } from '../../../picture.ts'
import { sampleChannel, sampleMessage, sampleWorkspace } from './sample-workspace.ts'
import { countUnread } from './unread.ts'

const message = (ts: string, text = '', user = 'A') => sampleMessage(ts, { text, user })
const general = sampleChannel('C', { name: 'general', messages: [message('2.0'), message('1.0')] })
const start = sampleWorkspace({ channels: [general] })
const texts = (workspace: typeof start) => workspace.messages.get('C')?.map((one) => `${one.ts} ${one.text}`.trim())

it('puts messages where they belong, and replaces those it holds', () => {
  expect(texts(start)).toEqual(['1.0', '2.0'])
  const later = applyChange(start, { seq: 6, kind: 'message', channel: 'C', message: message('1.5') })
  expect(texts(later)).toEqual(['1.0', '1.5', '2.0'])
  const edited = applyChange(later, { seq: 7, kind: 'message', channel: 'C', message: message('1.5', 'new') })
  expect(texts(edited)).toEqual(['1.0', '1.5 new', '2.0'])
  expect(texts(applyChange(edited, { seq: 8, kind: 'message_deleted', channel: 'C', ts: '1.0' }))).toEqual([
    '1.5 new',
    '2.0',
  ])
})

it('leaves alone what a change does not touch, so that nothing else is drawn again', () => {
  const later = applyChange(start, { seq: 6, kind: 'message', channel: 'C', message: message('3.0') })
  expect(later.channels).toBe(start.channels)
  expect(later.users).toBe(start.users)
  expect(later.messages.get('C')?.[0]).toBe(start.messages.get('C')?.[0])
})

it('ignores a change that the picture already holds', () => {
  expect(applyChange(start, { seq: 5, kind: 'message', channel: 'C', message: message('9.0') })).toBe(start)
})

it('counts what is new to a person, and what calls for them', () => {
  const me = { id: 'ME', groups: ['S1'] }
  const list = [message('1.0'), message('2.0', 'hi <@ME>'), message('3.0'), message('4.0', '', 'ME')]
  expect(countUnread(list, me, '1.0', false)).toEqual({ unread: 2, mentions: 1 })
  expect(countUnread(list, me, '3.0', false)).toEqual({ unread: 0, mentions: 0 })
  expect(countUnread(list, me, '1.0', true)).toEqual({ unread: 2, mentions: 2 })
  const group = [message('1.0', '<!subteam^S1|@sre>'), { ...message('2.0'), subtype: 'channel_topic' }]
  expect(countUnread(group, me, '', false)).toEqual({ unread: 1, mentions: 1 })
})
