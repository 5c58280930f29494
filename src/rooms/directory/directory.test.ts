import { expect, test } from 'vitest'
import { onDatabase } from '../../../test/harness/database.ts'
import type { Person } from './directory.ts'
import { keepPeople, keepWorkspace, peopleByAnyName } from './store.ts'
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
  ...change,
})
const people = [
  person('U0SATO'),
  person('U0GUEST', { isGuest: true }),
  person('U0BOT', { isBot: true }),
  person('U0GONE', { isDeactivated: true }),
]

onDatabase('PGlite', (open) => {
  test('who can act is neither a bot nor a guest nor gone, named alone or by a group', async () => {
    const db = await open()
    const groups = [{ id: 'S1', handle: 'team', name: 'Team', people: people.map(({ id }) => id) }]
    await db.transaction((tx) => keepWorkspace(tx, { people, groups, channels: [] }, new Date(0)))
    expect(await whoCanAct(db.read, ['team'])).toEqual(['U0SATO'])
    expect(
      await whoCanAct(
        db.read,
        people.map(({ handle }) => handle),
      ),
    ).toEqual(['U0SATO'])
  })

  test('what a profile leaves out stays known', async () => {
    const db = await open()
    await db.transaction((tx) => keepPeople(tx, people))
    await db.transaction((tx) => keepPeople(tx, [person('U0SATO', { name: '佐藤', locale: null, email: null })]))
    expect(await peopleByAnyName(db.read, ['U0SATO'])).toEqual([person('U0SATO', { name: '佐藤' })])
  })
})
