import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, openDatabase } from '../../src/kit/db/index.ts'
import { serverUrl } from '../harness/database.ts'
import { openWard, type Ward } from './ward.ts'

let ward: Ward
beforeAll(async () => {
  ward = await openWard()
})
afterAll(() => ward.close())

/** A database of its own, after `sql` was run there statement by statement. */
async function databaseAfter(...sql: string[]): Promise<string> {
  const url = await serverUrl()
  const db = await openDatabase({ url, poolSize: 1 })
  const client = await db.connections.connect()
  for (const statement of sql) await client.query(statement)
  client.release()
  await db.close()
  return url
}

const unique = `doctor_${process.pid}`

const withName = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href

const look = async (databaseUrl: string, aheadMs = 0) => {
  const found = await ward.findings({ config: { databaseUrl }, aheadMs })
  return { found, wrong: found.filter(({ ok }) => !ok) }
}

test('a database as it should be is green, and stays as it is', async () => {
  const { found, wrong } = await look(await databaseAfter())
  expect(wrong).toEqual([])
  expect(found.flatMap(({ id }) => (id.startsWith('database.') ? id : []))).toEqual([
    'database.reached',
    'database.encoding',
    'database.rights',
    'database.migrations',
    'database.clock',
  ])
})

test('a database of the release before is green: the next start brings it along', async () => {
  const url = await databaseAfter('delete from schema_migrations where version > 3')
  const { found, wrong } = await look(url)
  expect(wrong).toEqual([])
  expect(found.find(({ id }) => id === 'database.migrations')?.what).toMatch(
    /at step 3: the next start brings it to step \d+/,
  )
})

test.each([
  {
    it: 'a database that is not there',
    url: async () => withName(await serverUrl(), 'nowhere'),
    red: ['database.reached'],
    what: /cannot be used: .*nowhere.*3D000/,
    fix: /Check DATABASE_URL/,
  },
  {
    it: 'a database that cannot hold Japanese',
    url: async () => {
      const name = `${unique}_ascii`
      const url = await databaseAfter(
        `create database ${name} encoding 'SQL_ASCII' template template0 lc_collate 'C' lc_ctype 'C'`,
      )
      return withName(url, name)
    },
    red: ['database.encoding'],
    what: /encoded in SQL_ASCII/,
    fix: /ENCODING UTF8/,
  },
  {
    it: 'a user who may make no tables',
    url: async () => {
      const role = `${unique}_poor`
      const url = await databaseAfter(
        `create role ${role}`,
        'revoke create on schema public from public',
        `grant select on schema_migrations to ${role}`,
      )
      return `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c role=${role}`)}`
    },
    red: ['database.rights'],
    what: /cannot create tables in the schema public/,
    fix: /grant create on schema public/,
  },
  {
    it: 'a database of a newer release',
    url: () =>
      databaseAfter(
        `insert into schema_migrations select max(version) + 1, 'later', 'x', max(applied_at) from schema_migrations`,
      ),
    red: ['database.migrations'],
    what: /newer than the \d+ that this release knows/,
    fix: /Start the newer release/,
  },
  {
    it: 'a migration that was changed',
    url: () => databaseAfter(`update schema_migrations set checksum = 'x' where version = 2`),
    red: ['database.migrations'],
    what: /Step 2 of the schema differs from this release/,
    fix: /restore a backup/,
  },
])('$it is red, with the one thing to do', async ({ url, red, what, fix }) => {
  const { wrong } = await look(await url())
  expect(wrong.map(({ id }) => id)).toEqual(red)
  expect(wrong[0]?.what).toMatch(what)
  expect(wrong[0]?.fix).toMatch(fix)
})

test('a database whose clock is behind is red', async () => {
  const { wrong } = await look(await databaseAfter(), 3_600_000)
  expect(wrong.map(({ id }) => id)).toEqual(['database.clock', 'slack.clock'])
  expect(wrong[0]).toMatchObject({
    what: expect.stringMatching(/3(600|599) s behind/),
    fix: expect.stringMatching(/NTP/),
  })
})

test('beside a bot on the same database no socket is opened, which would take events from it', async () => {
  const url = await databaseAfter()
  const other = await openDatabase({ url, poolSize: 1 })
  const client = await other.connections.connect()
  try {
    const { found, wrong } = await look(url)
    expect(wrong).toEqual([])
    expect(found.find(({ id }) => id === 'slack.connections')?.what).toMatch(/cannot be seen from here/)
    const opened = (await ward.driver.calls()).filter(({ method }) => method === 'apps.connections.open')
    expect(opened.length).toBeGreaterThan(0)
  } finally {
    client.release()
    await other.close()
  }
})

test('tokens that nobody uses, whose person is gone, and the shared one that names anybody, are red', async () => {
  const url = await serverUrl()
  const db = await openDatabase({ url, poolSize: 1 })
  await migrate(db)
  const token = (id: string, values: object) =>
    db.transaction((tx) =>
      tx
        .insertInto('api_tokens')
        .values({
          id,
          name: id,
          hash: id,
          prefix: `sssbot_${id}`,
          right: 'viewer',
          made_by: 'U0A',
          made_at: new Date(),
          ...values,
        })
        .execute(),
    )
  await token('used', { made_at: new Date(0), used_at: new Date() })
  await token('unused', { made_at: new Date(0) })
  await token('ended', { made_at: new Date(0), expires_at: new Date(1) })
  await token('gone', { user_id: 'U0GONE' })
  await token('screen', { made_by: 'U0LEFT', is_display: true })
  await token('by-an-agent', { made_by: 'deploys' })
  await db.transaction(async (tx) => {
    const left = { is_bot: false, is_guest: false, is_deactivated: true }
    await tx
      .insertInto('directory_people')
      .values({ id: 'U0LEFT', handle: 'left', name: 'Left', ...left })
      .execute()
  })
  await db.transaction((tx) => tx.updateTable('installation').set({ api_named_people: true }).execute())
  await db.close()
  const wrongWith = async (settings: object) => {
    const found = await ward.findings({
      settings: { ...settings },
      config: { databaseUrl: url, apiToken: 'a-shared-token-16' },
    })
    return found.flatMap(({ id, ok }) => (ok ? [] : id)).toSorted()
  }
  const two = ['api.tokens:sssbot_gone', 'api.tokens:sssbot_screen', 'api.tokens:sssbot_unused']
  expect(await wrongWith({})).toEqual(['api.tokens:SSSBOT_API_TOKEN', ...two])
  expect(await wrongWith({ api: { may_name_people: true } })).toEqual(two)
})

test('browsers that are signed in are counted; more than anybody has are red', async () => {
  const url = await serverUrl()
  const db = await openDatabase({ url, poolSize: 1 })
  await migrate(db)
  const signIn = (user_id: string, from: number, to: number) =>
    db.transaction(async (tx) => {
      for (let n = from; n <= to; n++) {
        const [id, now] = [`ses_${user_id}_${n}`, new Date()]
        const times = { opened_at: now, used_at: now, expires_at: new Date(now.getTime() + 60_000) }
        await tx
          .insertInto('sessions')
          .values({ id, hash: id, user_id, how: 'slack', browser: 'x', ...times })
          .execute()
      }
    })
  const said = async () =>
    (await ward.findings({ settings: {}, config: { databaseUrl: url } })).filter(({ id }) =>
      id.startsWith('http.sessions'),
    )
  expect(await said()).toEqual([])
  await signIn('U0A', 1, 20)
  expect(await said()).toMatchObject([{ id: 'http.sessions', ok: true, what: expect.stringContaining('20') }])
  await signIn('U0A', 21, 21)
  await signIn('U0B', 1, 1)
  expect(await said()).toMatchObject([{ id: 'http.sessions:U0A', ok: false, what: 'U0A is signed in by 21 browsers' }])
  await db.close()
})

test('the search of an upgraded database says how far it is, and nothing once it has read all', async () => {
  const url = await serverUrl()
  const db = await openDatabase({ url, poolSize: 1 })
  await migrate(db)
  await db.transaction((tx) => tx.insertInto('search_fills').values({ incidents: 3 }).execute())
  const said = async () =>
    (await ward.findings({ settings: {}, config: { databaseUrl: url } })).filter(({ id }) => id === 'search.filled')
  expect(await said()).toEqual([expect.objectContaining({ ok: true, what: expect.stringContaining('3 of 0') })])
  await db.transaction((tx) => tx.updateTable('search_fills').set({ finished_at: new Date() }).execute())
  await db.close()
  expect(await said()).toEqual([])
})
