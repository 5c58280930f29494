import { describe, expect, it } from 'vitest'
import type { User } from '../../../protocol.ts'
import { sampleChannelInfo, samplePerson } from '../state/sample-workspace.ts'
import { accept, findTrigger, type Sources, suggest } from './complete.ts'

const person = (id: string, name: string, real_name: string, more: Partial<User> = {}) =>
  samplePerson(id, { name, real_name, ...more })
const sources: Sources = {
  users: [
    person('U1', 'tanaka', '田中 美咲'),
    person('U2', 'sato', '佐藤 健'),
    person('U3', 'gone', '田村 退職', { deleted: true }),
    person('U4', 'member001', '田001', { generated: true }),
    person('U0', 'sssbot', 'sssbot', { is_bot: true }),
  ],
  usergroups: [{ id: 'S1', handle: 'service-a', name: 'サービスA 初動対応', users: [] }],
  channels: [
    sampleChannelInfo('C1', { name: 'サービスa' }),
    sampleChannelInfo('C2', { name: 'csirt', is_private: true, members: ['U2'] }),
  ],
  commands: [{ command: '/incident', description: '宣言' }],
  members: new Set(['U2']),
  me: 'U1',
  everyone: '全員',
}
const offered = (text: string) => {
  const trigger = findTrigger(text, text.length)
  return trigger ? suggest(trigger, sources).map((one) => one.insert) : undefined
}

describe('while one types', () => {
  it('people are found by name and handle, without a space before the mark', () => {
    expect(offered('お願いします@田')).toEqual(['@tanaka '])
    expect(offered('@ta')).toEqual(['@tanaka '])
    expect(offered('@美咲')).toEqual(['@tanaka '])
    expect(offered('@sss')).toEqual(['@sssbot '])
    expect(offered('@service')).toEqual(['@service-a '])
  })

  it('members of the channel come before others, and oneself last', () => {
    expect(offered('@')?.slice(0, 3)).toEqual(['@sato ', '@sssbot ', '@tanaka '])
  })

  it('channels are found by Japanese names; private ones only by their members', () => {
    expect(offered('#サー')).toEqual(['#サービスa '])
    expect(offered('#cs')).toEqual([])
  })

  it('mail addresses, times and links begin nothing', () => {
    expect(offered('mail@tan')).toBeUndefined()
    expect(offered('10:30')).toBeUndefined()
    expect(offered('https:')).toBeUndefined()
  })

  it('a slash at the very beginning offers commands', () => {
    expect(offered('/inc')).toEqual(['/incident '])
    expect(offered('a /inc')).toBeUndefined()
  })

  it('what is chosen takes the place of what was typed', () => {
    const text = 'cc @ta さん'
    const trigger = findTrigger(text, 6)
    const chosen = trigger && suggest(trigger, sources)[0]
    expect(trigger && chosen && accept(text, 6, trigger, chosen)).toEqual({ text: 'cc @tanaka さん', caret: 10 })
  })
})
