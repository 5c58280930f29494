import { describe, expect, it } from 'vitest'
import type { Message } from '../../../protocol.ts'
import { summarizeThreads, toRows, visibleInChannel } from './group.ts'

const START = Date.UTC(2026, 10, 23, 14, 50, 0) / 1000
const at = (seconds: number) => `${START + seconds}.000100`
const said = (seconds: number, user: string, more: Partial<Message> = {}): Message => ({
  ts: at(seconds),
  user,
  text: '…',
  reactions: [],
  ...more,
})
const shape = (messages: Message[], readUpTo?: string) =>
  toRows(messages, new Map(), 'Asia/Tokyo', readUpTo, 'ME').map((row) =>
    row.kind === 'message' ? (row.continued ? 'goes on' : 'speaks') : row.kind,
  )

describe('the rows of a channel', () => {
  it('show a face once while the same person goes on', () => {
    expect(shape([said(0, 'A'), said(20, 'A'), said(30, 'B'), said(400, 'B')])).toEqual([
      'day',
      'speaks',
      'goes on',
      'speaks',
      'speaks',
    ])
  })

  it('begin a new day at midnight of the person who looks', () => {
    expect(shape([said(500, 'A'), said(610, 'A')])).toEqual(['day', 'speaks', 'day', 'speaks'])
  })

  it('draw the line before the first new message of somebody else, once', () => {
    expect(shape([said(0, 'A'), said(10, 'ME'), said(20, 'A'), said(30, 'A')], at(0))).toEqual([
      'day',
      'speaks',
      'speaks',
      'new',
      'speaks',
      'goes on',
    ])
  })

  it('let system lines stand between', () => {
    expect(shape([said(0, 'A'), said(1, 'A', { subtype: 'channel_join' }), said(2, 'A')])).toEqual([
      'day',
      'speaks',
      'system',
      'speaks',
    ])
  })

  it('tell in one line of all whom one person let in, even into a private channel', () => {
    const joined = (seconds: number, user: string, inviter: string, subtype = 'channel_join') =>
      said(seconds, user, { subtype, inviter })
    const rows = toRows(
      [joined(0, 'A', 'X'), joined(1, 'B', 'X', 'group_join'), joined(2, 'C', 'Y'), joined(3, 'D', 'X')],
      ...([new Map(), 'Asia/Tokyo', undefined, 'ME'] as const),
    )
    const lines = rows.flatMap((row) => (row.kind === 'system' ? [row.messages.map((each) => each.user)] : []))
    expect(lines).toEqual([['A', 'B'], ['C'], ['D']])
  })
})

describe('threads', () => {
  const parent = said(0, 'A', { thread_ts: at(0) })
  const reply = said(10, 'B', { thread_ts: at(0) })
  const shared = said(20, 'C', { thread_ts: at(0), subtype: 'thread_broadcast' })

  it('keep replies out of the channel, except those sent to it too', () => {
    expect(visibleInChannel([parent, reply, shared], 'ME')).toEqual([parent, shared])
  })

  it('are counted below their parent', () => {
    expect(summarizeThreads([parent, reply, shared]).get(at(0))).toEqual({
      replies: 2,
      people: ['B', 'C'],
      last: at(20),
    })
  })
})

it('an ephemeral message is seen by its one person only', () => {
  const secret = said(0, 'BOT', { ephemeral_to: 'ME' })
  expect(visibleInChannel([secret], 'ME')).toHaveLength(1)
  expect(visibleInChannel([secret], 'OTHER')).toHaveLength(0)
})
