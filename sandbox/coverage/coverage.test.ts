import { describe, expect, it } from 'vitest'
import {
  commonErrors,
  events,
  isDocumentedError,
  matchesShape,
  methodFacts,
  needsOneOf,
  servedMethods,
} from './index.ts'

describe('the table of Slack facts', () => {
  it('knows every method that the sandbox serves', () => {
    expect(servedMethods.filter((method) => !methodFacts.has(method))).toEqual([])
    expect(new Set(servedMethods).size).toBe(servedMethods.length)
  })

  it('says what chat.postMessage needs, may answer, and how often it may be called', () => {
    const facts = methodFacts.get('chat.postMessage')
    expect(facts).toMatchObject({ json: true, token: true, tier: 'special', required: ['channel'] })
    expect(facts?.botScopes).toEqual(['chat:write'])
    expect(facts?.args.blocks).toEqual({ type: 'array' })
    expect(facts?.args.metadata).toEqual({ type: 'object' })
    expect(facts?.errors).toContain('not_in_channel')
  })

  it('has each required argument among the arguments', () => {
    for (const { args, required } of methodFacts.values())
      expect(Object.keys(args)).toEqual(expect.arrayContaining([...required]))
  })

  it('names only existing arguments in its extra rules', () => {
    for (const [method, { oneOf, error }] of Object.entries(needsOneOf)) {
      expect(Object.keys(methodFacts.get(method)?.args ?? {})).toEqual(expect.arrayContaining([...oneOf]))
      expect(isDocumentedError(method, error), `${method} ${error}`).toBe(true)
    }
  })
})

describe('documented errors', () => {
  it('are those of the method and those that any method may answer', () => {
    expect(isDocumentedError('pins.add', 'already_pinned')).toBe(true)
    expect(isDocumentedError('pins.add', commonErrors.rate[0])).toBe(true)
    expect(isDocumentedError('pins.add', 'name_taken')).toBe(false)
    expect(isDocumentedError('no.such.method', 'name_taken')).toBe(false)
  })
})

describe('events', () => {
  it('carry their scopes, also those that the reference forgot', () => {
    expect(events.get('app_mention')?.scopes).toEqual(['app_mentions:read'])
    expect(events.get('channel_archive')?.scopes).toEqual(['channels:read'])
    for (const name of [
      'channel_rename',
      'group_left',
      'group_unarchive',
      'pin_added',
      'message.channels',
      'app_rate_limited',
    ])
      expect(events.has(name), name).toBe(true)
    expect(events.has('user_typing'), 'RTM only').toBe(false)
  })
})

describe('the shape of an answer', () => {
  const posted = {
    ok: true,
    channel: 'C1',
    ts: '1.2',
    message: { type: 'message', text: 'hi', ts: '1.2', bot_id: 'B1' },
  }

  it('may hold more than documented', () => {
    expect(
      matchesShape('chat.postMessage', { ...posted, message: { ...posted.message, user: 'U1', blocks: [] } }),
    ).toEqual([])
  })

  it('may not lack a key or change a type', () => {
    expect(matchesShape('chat.postMessage', { ...posted, ts: 1.2 })).toEqual(['/ts: expected string, got number'])
    expect(matchesShape('chat.postMessage', { ok: true, channel: 'C1', ts: '1.2', message: null })).toEqual([
      '/message: expected object, got null',
    ])
    const { channel: _, ...lost } = posted
    expect(matchesShape('chat.postMessage', lost)).toEqual(['/channel: expected string, got nothing'])
  })

  it('is checked in every element of a list', () => {
    const list = { ok: true, members: ['U1', 7], response_metadata: { next_cursor: '' } }
    expect(matchesShape('conversations.members', list)).toEqual(['/members/1: expected string, got number'])
  })

  it('may be that of any documented example', () => {
    const mark = { ok: true, no_op: true, already_closed: true }
    expect(matchesShape('conversations.close', mark)).toEqual([])
    expect(matchesShape('conversations.close', { ok: true })).toEqual([])
  })
})
