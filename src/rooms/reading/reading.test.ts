import { type Insertable, sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase, forEachDatabase } from '../../../test/harness/database.ts'
import type { Database, Schema } from '../../kit/db/index.ts'
import { type Looker, takesPartInMany } from '../access/index.ts'
import { coresFor, cursorOf, listedOne, listFirst, listPage, openStatuses, type Wanted, withPartOf } from './index.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 29, 3, minutes))
const sato = { userId: 'U0SATO', isConfined: false }
const guest = { userId: 'U0GUEST', isConfined: true }

const kept: readonly (Partial<Insertable<Schema['incidents']>> & {
  id: string
  service: string
  summary: string
  declared_at: Date
})[] = [
  { id: 'login', service: 'a', summary: 'ログインできない 100%', declared_at: at(1) },
  { id: 'slow', service: 'a', summary: 'Payments are slow', level: '3', types: ['availability'], declared_at: at(2) },
  { id: 'exercise', service: 'b', summary: 'An exercise', kind: 'drill', declared_at: at(3) },
  {
    id: 'leak',
    service: 'b',
    summary: 'Customer list',
    visibility: 'private',
    declared_at: at(4),
    declared_by: 'U0SATO',
  },
  {
    id: 'over',
    service: 'a',
    summary: 'Payments were gone',
    status: 'completed',
    impact: '1_000 orders',
    declared_at: at(4),
  },
]

forEachDatabase((_, open) => {
  let db: Database
  beforeEach(async () => {
    db ??= await open()
    await emptyDatabase(db)
    await db.transaction(async (tx) => {
      for (const each of kept) {
        await tx
          .insertInto('incidents')
          .values({
            status: 'responding',
            kind: 'real',
            visibility: 'public',
            declared_by: 'U0TANAKA',
            declare_locale: 'ja',
            ...each,
          })
          .execute()
        await tx
          .insertInto('incident_channels')
          .values({
            incident_id: each.id,
            name: `inc-${each.id}`,
            suffix: 0,
            is_private: each.visibility === 'private',
          })
          .execute()
      }
    })
  })

  const found = async (looker: Looker, wanted: Wanted) =>
    (await listPage(db.read, looker, wanted, { limit: 10 })).cores.map(({ incident }) => incident.id)

  describe('a list holds', () => {
    test('what somebody may know of, the newest first', async () => {
      expect(await found(undefined, {})).toEqual(['over', 'exercise', 'slow', 'login'])
      expect(await found(sato, {})).toEqual(['over', 'leak', 'exercise', 'slow', 'login'])
      expect(await found(guest, {})).toEqual([])
    })

    test.each<[string, Wanted, string[]]>([
      ['status', { statuses: openStatuses }, ['exercise', 'slow', 'login']],
      ['service', { services: ['b', 'c'] }, ['exercise']],
      ['level', { levels: ['3'] }, ['slow']],
      ['type', { types: ['availability', 'integrity'] }, ['slow']],
      ['kind', { kinds: ['drill', 'exercise'] }, ['exercise']],
      ['visibility', { visibilities: ['private'] }, []],
      ['what it is not', { except: 'over', statuses: ['completed'] }, []],
      ['the moment from which on', { from: at(3) }, ['over', 'exercise']],
      ['the moment before which', { before: at(3) }, ['slow', 'login']],
    ])('what is narrowed by %s', async (_what, wanted, ids) => {
      expect(await found(undefined, wanted)).toEqual(ids)
    })

    test('each once over its pages, also where two were declared in the same moment', async () => {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const after = cursor === null ? undefined : cursorOf(cursor)
        const { cores, next } = await listPage(db.read, sato, {}, { limit: 1, after })
        seen.push(...cores.map(({ incident }) => incident.id))
        cursor = next
      } while (cursor !== null)
      expect(seen).toEqual(['over', 'leak', 'exercise', 'slow', 'login'])
    })

    test('of a person what they take part in, whether that is little or much', async () => {
      const mine = (wanted: Wanted) => found(sato, { ...wanted, partOf: 'U0SATO' })
      await db.transaction((tx) =>
        tx
          .insertInto('assembled_people')
          .values([
            { incident_id: 'slow', user_id: 'U0SATO', reason: 'service', since: at(5) },
            { incident_id: 'login', user_id: 'U0SATO', reason: 'service', since: at(5), skipped: 'guest' },
          ])
          .execute(),
      )
      expect(await mine({})).toEqual(['leak', 'slow'])
      expect(await found({ userId: 'U0SATO', isConfined: true }, {})).toEqual(['leak', 'slow'])
      expect(await found(sato, { visibilities: ['private'] })).toEqual(['leak'])
      // With so many, a list is read from its beginning instead of from the person.
      await sql`
        insert into incidents (id, status, service, summary, kind, visibility, declared_by, declare_locale, declared_at)
        select 'old' || n, 'completed', 'a', 'old', 'real', 'public', 'U0SATO', 'ja', ${at(0)}::timestamptz - n * interval '1 day'
        from generate_series(1, 2000) as n`.execute(db.read)
      expect(await takesPartInMany(db.read, 'U0SATO')).toBe(true)
      expect(await mine({ services: ['a', 'b'], from: at(1) })).toEqual(['leak', 'slow'])
    })

    test('who leads and the channel’s name', async () => {
      await db.transaction((tx) =>
        tx
          .insertInto('role_holders')
          .values({ incident_id: 'slow', role: 'handler', user_id: 'U0SATO', since: at(5) })
          .execute(),
      )
      const core = await listedOne(db.read, undefined, 'slow')
      expect(core).toMatchObject({ channel: { name: 'inc-slow' }, roles: [{ role: 'handler', userId: 'U0SATO' }] })
    })
  })

  test('the first are real ones, and the rest is counted as far as somebody may know of it', async () => {
    const first = async (looker: Looker) => {
      const { shown, more } = await listFirst(db.read, looker, { statuses: openStatuses }, 2)
      return [...shown.map(({ incident }) => incident.id), more]
    }
    expect(await first(undefined)).toEqual(['slow', 'login', 1])
    expect(await first(sato)).toEqual(['leak', 'slow', 2])
    expect(await first(guest)).toEqual([0])
  })

  test('one that somebody may not know of is none', async () => {
    expect(await listedOne(db.read, undefined, 'leak')).toBeUndefined()
    expect(await listedOne(db.read, guest, 'slow')).toBeUndefined()
    expect((await listedOne(db.read, sato, 'leak'))?.incident.id).toBe('leak')
    const some = async (looker: Looker) =>
      (await coresFor(db.read, looker, ['slow', 'leak', 'gone'])).map(({ incident }) => incident.id)
    expect(await some(undefined)).toEqual(['slow'])
    expect(await some(sato)).toEqual(['slow', 'leak'])
    expect(await some(guest)).toEqual([])
  })

  test('what may wait for a person is what they lead, write, are asked about or have a TODO in, as far as they may know of it', async () => {
    await db.transaction(async (tx) => {
      await tx.updateTable('incidents').set({ postmortem_owner: 'U0SATO' }).where('id', '=', 'over').execute()
      await tx
        .insertInto('role_holders')
        .values({ incident_id: 'slow', role: 'handler', user_id: 'U0SATO', since: at(5) })
        .execute()
      for (const [n, incident_id] of ['login', 'leak'].entries())
        await tx
          .insertInto('todos')
          .values({
            id: `todo${n}`,
            incident_id,
            n: 1,
            words: 'x',
            owner: n === 0 ? 'U0SATO' : 'U0TANAKA',
            state: 'open',
            source: 'menu',
            added_by: 'U0SATO',
            added_at: at(6),
          })
          .execute()
    })
    expect(await withPartOf(db.read, sato, 10)).toEqual(['over', 'slow', 'login'])
    expect(await withPartOf(db.read, { userId: 'U0TANAKA', isConfined: false }, 10)).toEqual([])
  })
})
