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
  isAdmin: false,
  isOutsider: false,
  teamId: 'T1',
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
  shared: null,
})
const read = { is: 'read' } as const
const workspace = {
  people,
  groups,
  channels: [channel('incidents')],
  known: { people: read, groups: read, channels: read },
}
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
    expect(found.gaps).toEqual([{ name: '@service-z', why: 'unknown' }])
  })

  test('a channel answers to its name and to its id, and one that is not there is a gap', () => {
    const channels = ['incidents', 'C0INCIDENTS', 'nowhere'].map((each) => ({
      channel: each,
      mention: 'here' as const,
      style: 'full' as const,
    }))
    const found = resolve({ ...nobody, channels }, workspace, 'U0TANAKA')
    expect(new Set(found.channels.map((each) => each.channelId))).toEqual(new Set(['C0INCIDENTS']))
    expect(found.gaps).toEqual([{ name: '#nowhere', why: 'unknown' }])
  })

  test('while a list is being read nobody is given up, and the rest of its members wait without holding the others up', () => {
    const reading = { ...workspace.known, people: { is: 'reading' as const } }
    const some = groups.map((group) => ({ ...group, people: ['U0SATO', 'U0NOTYET'] }))
    const found = resolve(
      { ...nobody, groups: ['service-a'], people: ['later@example.com'] },
      { ...workspace, groups: some, known: reading },
      'U0DECLARER',
    )
    expect(found.people).toEqual([
      { userId: 'U0DECLARER', skipped: null },
      { userId: 'U0SATO', skipped: null },
    ])
    expect(found.gaps).toEqual([
      { name: '@service-a', why: 'reading' },
      { name: 'later@example.com', why: 'reading' },
    ])
  })

  test('what cannot be read is a gap that says so, and ids are called as they are', () => {
    const refused = (error: string) => ({ is: 'refused' as const, error })
    const known = {
      people: refused('missing_scope'),
      groups: refused('plan_upgrade_required'),
      channels: refused('fatal_error'),
    }
    const channels = ['C0UNREAD', 'general'].map((each) => ({
      channel: each,
      mention: 'none' as const,
      style: 'full' as const,
    }))
    const found = resolve(
      { groups: ['service-a'], people: ['U0UNREAD', 'sato@example.com'], channels },
      { groups: [], people: [], channels: [], known },
      'U0DECLARER',
    )
    expect(found.people.map(({ userId }) => userId)).toEqual(['U0DECLARER', 'U0UNREAD'])
    expect(found.channels.map(({ channelId }) => channelId)).toEqual(['C0UNREAD'])
    expect(found.gaps).toEqual([
      { name: '@service-a', why: 'groups:plan_upgrade_required' },
      { name: 'sato@example.com', why: 'people:missing_scope' },
      { name: '#general', why: 'channels:fatal_error' },
    ])
  })

  test('nobody of another company is called', () => {
    const outsider = person('vendor', { isOutsider: true })
    const found = resolve({ ...nobody, people: [outsider.id] }, { ...workspace, people: [outsider] }, 'U0TANAKA')
    expect(found.people.at(-1)).toEqual({ userId: outsider.id, skipped: 'outsider' })
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
        for (const handle of handles)
          if (handle === 'service-z') expect(found.gaps).toContainEqual({ name: '@service-z', why: 'unknown' })
      }),
    )
  })
})
