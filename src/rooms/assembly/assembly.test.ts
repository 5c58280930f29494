import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '../directory/index.ts'
import { resolve } from './assembly.ts'

const person = (handle: string, more: Partial<Person> = {}): Person => ({
  id: `U0${handle.toUpperCase()}`,
  handle,
  name: handle,
  locale: 'ja-JP',
  email: `${handle}@example.com`,
  isBot: false,
  isGuest: false,
  isDeactivated: false,
  ...more,
})
const people = [
  person('tanaka'),
  person('sato'),
  person('mori', { isGuest: true }),
  person('ogawa', { isDeactivated: true }),
  person('sssbot', { isBot: true }),
]
const groups = [{ id: 'S1', handle: 'service-a', name: 'A', people: ['U0SATO', 'U0MORI', 'U0OGAWA', 'U0SSSBOT'] }]
const channel = (name: string) => ({
  id: `C0${name.toUpperCase()}`,
  name,
  isPrivate: false,
  isArchived: false,
  isMember: true,
})
const workspace = { people, groups, channels: [channel('incidents')] }
const nobody = { groups: [], people: [], channels: [] }

describe('whom the policy means', () => {
  test('the one who declared is always called, first, and once', () => {
    const found = resolve({ ...nobody, people: ['tanaka@example.com', 'U0TANAKA'] }, workspace, 'U0TANAKA')
    expect(found.people).toEqual([{ userId: 'U0TANAKA', skipped: null }])
  })

  test('of a group, bots are left out, and guests and leavers are named as not invited', () => {
    const found = resolve({ ...nobody, groups: ['service-a'] }, workspace, 'U0TANAKA')
    expect(found.people.slice(1)).toEqual([
      { userId: 'U0SATO', skipped: null },
      { userId: 'U0MORI', skipped: 'guest' },
      { userId: 'U0OGAWA', skipped: 'deactivated' },
    ])
  })

  test('a handle that is no group may be a person; one that is nobody is a gap', () => {
    const found = resolve({ ...nobody, groups: ['sato', 'service-z'] }, workspace, 'U0TANAKA')
    expect(found.people.map((each) => each.userId)).toEqual(['U0TANAKA', 'U0SATO'])
    expect(found.gaps).toEqual(['@service-z'])
  })

  test('a channel answers to its name and to its id, and one that is not there is a gap', () => {
    const channels = ['incidents', 'C0INCIDENTS', 'nowhere'].map((each) => ({
      channel: each,
      mention: 'here' as const,
      style: 'full' as const,
    }))
    const found = resolve({ ...nobody, channels }, workspace, 'U0TANAKA')
    expect(new Set(found.channels.map((each) => each.channelId))).toEqual(new Set(['C0INCIDENTS']))
    expect(found.gaps).toEqual(['#nowhere'])
  })

  test('whatever the policy says: nobody twice, no bot, and every name is somebody or a gap', () => {
    const name = fc.constantFrom('service-a', 'service-z', 'tanaka', 'sato', 'mori', 'ogawa', 'sssbot')
    fc.assert(
      fc.property(fc.array(name), fc.array(name), (handles, names) => {
        const found = resolve({ groups: handles, people: names, channels: [] }, workspace, 'U0TANAKA')
        const ids = found.people.map((each) => each.userId)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).not.toContain('U0SSSBOT')
        expect(ids[0]).toBe('U0TANAKA')
        for (const handle of handles) if (handle === 'service-z') expect(found.gaps).toContain('@service-z')
      }),
    )
  })
})
