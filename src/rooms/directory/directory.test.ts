import { expect, test } from 'vitest'
import { onDatabase } from '../../../test/harness/database.ts'
import { channelAddress } from '../settings/values/address.ts'
import { answersTo, type Person, type WorkspaceChannel } from './directory.ts'
import { changeGroup, keepChannels, keepGroups, keepPeople, letGo } from './kept/store.ts'
import { namesOf } from './names.ts'
import { askFor, goOn, readingOf } from './readings/store.ts'
import { channelsByAnyName, groupsByHandle, peopleByAnyName } from './store.ts'
import { channelOf, personOf } from './team.ts'
import { whoCanAct } from './who-can-act.ts'

const person = (id: string, change: Partial<Person> = {}): Person => ({
  id,
  handle: id.toLowerCase(),
  name: id,
  locale: 'en-US',
  email: `${id}@example.com`,
  isBot: false,
  isGuest: false,
  isDeactivated: false,
  isAdmin: false,
  isOutsider: false,
  teamId: 'T1',
  ...change,
})
const people = [
  person('U0SATO'),
  person('U0GUEST', { isGuest: true }),
  person('U0BOT', { isBot: true }),
  person('U0GONE', { isDeactivated: true }),
  person('U0VENDOR', { isOutsider: true }),
]
const channel = (id: string): WorkspaceChannel => ({
  id,
  name: id.toLowerCase(),
  isPrivate: false,
  isArchived: false,
  isMember: true,
  shared: null,
})
const now = new Date(0)

onDatabase('PostgreSQL', (open) => {
  test('who can act is neither a bot nor a guest nor of another company nor gone, named alone or by a group', async () => {
    const db = await open()
    const groups = [{ id: 'S1', handle: 'team', name: 'Team', people: people.map(({ id }) => id) }]
    await db.transaction(async (tx) => {
      await keepPeople(tx, people)
      await keepGroups(tx, groups)
    })
    expect(await whoCanAct(db.read, ['team'])).toEqual(['U0SATO'])
    expect(
      await whoCanAct(
        db.read,
        people.map(({ handle }) => handle),
      ),
    ).toEqual(['U0SATO'])
  })

  test('names people, agents, public channels and groups, and no private channel', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      await keepPeople(tx, [person('U0SATO', { name: '佐藤' })])
      await keepChannels(tx, [channel('C0OPEN'), { ...channel('C0SECRET'), isPrivate: true }])
    })
    const names = await namesOf(db.read, ['U0SATO', 'agent:監視 Grafana', 'C0OPEN', 'C0SECRET', 'U0NOBODY'])
    expect(Object.fromEntries(names)).toEqual({
      U0SATO: '佐藤',
      'agent:監視 Grafana': '監視 Grafana',
      C0OPEN: 'c0open',
    })
  })

  test('what a profile leaves out stays known', async () => {
    const db = await open()
    await db.transaction((tx) => keepPeople(tx, people))
    await db.transaction((tx) => keepPeople(tx, [person('U0SATO', { name: '佐藤', locale: null, email: null })]))
    expect(await peopleByAnyName(db.read, ['U0SATO'])).toEqual([person('U0SATO', { name: '佐藤' })])
  })

  test('a page with somebody twice, and with signs that no database takes, is kept all the same', async () => {
    const db = await open()
    const odd = personOf({ id: 'U0ODD', name: 'o\u0000dd', real_name: 'half \ud83d of a sign' }, undefined)
    await db.transaction((tx) => keepPeople(tx, [odd, person('U0SATO'), { ...odd, email: 'odd@example.com' }]))
    expect(await peopleByAnyName(db.read, ['odd', 'odd@example.com', 'U0SATO'])).toHaveLength(2)
  })

  test('addresses and handles are kept as people mean them, and a name that was given on is who is here today', async () => {
    const db = await open()
    const read = (id: string, user: object) => personOf({ id, ...user }, undefined)
    await db.transaction((tx) =>
      keepPeople(tx, [
        read('U0NEW', { name: 'tanaka', profile: { email: 'Tanaka@Example.com' } }),
        read('U0OLD', { name: 'tanaka', deleted: true, profile: { email: 'tanaka@example.com' } }),
      ]),
    )
    for (const name of ['tanaka', 'tanaka@example.com'])
      expect((await peopleByAnyName(db.read, [name])).map(({ id }) => id)).toEqual(['U0NEW', 'U0OLD'])
  })

  test('two groups of one handle keep neither from being read, and a change comes into the one that it is about', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      await keepGroups(tx, [
        { id: 'S1', handle: 'team', name: 'Team', people: ['U1', 'U2'] },
        { id: 'S2', handle: 'team', name: 'Other', people: ['U3'] },
      ])
      expect(await changeGroup(tx, 'S1', ['U4', 'U1'], ['U2'])).toBe(true)
      expect(await changeGroup(tx, 'S9', ['U4'], [])).toBe(false)
    })
    const found = await groupsByHandle(db.read, ['team'])
    expect(found.map(({ id, people }) => [id, people]).toSorted()).toEqual([
      ['S1', ['U1', 'U4']],
      ['S2', ['U3']],
    ])
  })

  test('who is no longer listed is gone, and a list that is far too short is not believed', async () => {
    const db = await open()
    const crowd = Array.from({ length: 300 }, (_, n) => person(`U${n}`))
    const reads = (found: readonly Person[]) =>
      db.transaction(async (tx) => {
        await askFor(tx, 'people', now)
        await keepPeople(tx, found)
        await goOn(tx, 'people', null, now)
        return letGo(tx, 'people')
      })
    await reads(crowd)
    expect(await reads(crowd.slice(1))).toEqual({ gone: 1, isBelieved: true })
    expect(await peopleByAnyName(db.read, ['U0'])).toMatchObject([{ isDeactivated: true }])
    expect(await reads(crowd.slice(0, 100))).toEqual({ gone: 200, isBelieved: false })
    expect(await peopleByAnyName(db.read, ['U200'])).toMatchObject([{ isDeactivated: false }])
  })

  test('a channel that is no longer listed counts as archived, and answers to its name until another has it', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      await askFor(tx, 'channels', now)
      await keepChannels(tx, [channel('C1'), channel('C2')])
      await goOn(tx, 'channels', null, now)
      await askFor(tx, 'channels', now)
      await keepChannels(tx, [channel('C2')])
      await letGo(tx, 'channels')
    })
    const found = () => channelsByAnyName(db.read, ['c1', 'c2'])
    expect(await found()).toMatchObject([
      { id: 'C1', isArchived: true },
      { id: 'C2', isArchived: false },
    ])
    await db.transaction((tx) => keepChannels(tx, [{ ...channel('C3'), name: 'c1' }]))
    expect((await found()).map(({ id }) => id).sort()).toEqual(['C2', 'C3'])
  })

  test('a reading under way goes on after a restart; a burst of wishes is one', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      expect(await askFor(tx, 'channels', now)).toBe(1)
      await goOn(tx, 'channels', 'page 2', now)
      expect(await askFor(tx, 'channels', now)).toBe(2)
      expect(await readingOf(tx, 'channels')).toMatchObject({ cursor: 'page 2', isReading: true })
      expect(await askFor(tx, 'groups', now, 2_000)).toBe(1)
      expect(await askFor(tx, 'groups', new Date(1_999), 2_000)).toBeUndefined()
      expect(await askFor(tx, 'groups', new Date(2_000), 2_000)).toBe(2)
    })
  })
})

test('colleagues of another workspace of the same company are no outsiders', () => {
  const team = { id: 'T1', enterpriseId: 'E1' }
  const of = (user: object) => personOf({ id: 'U1', ...user }, team).isOutsider
  expect(of({ team_id: 'T1' })).toBe(false)
  expect(of({ team_id: 'E1' })).toBe(false)
  expect(of({ team_id: 'T2', enterprise_user: { enterprise_id: 'E1', teams: ['T2'] } })).toBe(false)
  expect(of({ team_id: 'T2', enterprise_user: { teams: ['T1', 'T2'] } })).toBe(false)
  expect(of({ team_id: 'T2' })).toBe(true)
  expect(of({ team_id: 'T1', is_stranger: true })).toBe(true)
})

test('a channel of the settings is the one whose letters look the same, in whatever form Slack keeps them', () => {
  const kept = (name: string) => channelOf({ id: 'C1', name }).name
  for (const [written, inSlack] of [
    ['#障害ガイド', '障害ガイド'.normalize('NFD')],
    ['#障害ｶﾞｲﾄﾞ', '障害ガイド'],
    ['＃ｉｎｃｉｄｅｎｔｓ', 'incidents'],
    ['#incidents', 'ｉｎｃｉｄｅｎｔｓ'],
    ['#équipe', 'e\u0301quipe'],
  ] as const)
    expect(kept(inSlack)).toBe(channelAddress.parse(written))
})

test('a channel is meant by its name, its id, and an id that it had before', () => {
  const known = { ...channelOf({ id: 'C2', name: 'csirt' }), formerIds: ['G1'] }
  expect(['csirt', 'C2', 'G1', 'G2', 'C'].filter((named) => answersTo(known, named))).toEqual(['csirt', 'C2', 'G1'])
})
