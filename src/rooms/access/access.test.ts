import { beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase, forEachDatabase } from '../../../test/harness/database.ts'
import type { Database } from '../../kit/db/index.ts'
import { settingsSchema } from '../settings/index.ts'
import { gonePeople, hasRight, knowersOf, markBack, markGone, mayRead, type Right } from './index.ts'

const at = new Date('2026-11-29T03:00:00Z')

forEachDatabase((_, open) => {
  let db: Database
  beforeEach(async () => {
    db ??= await open()
    await emptyDatabase(db)
    await db.transaction(async (tx) => {
      for (const visibility of ['public', 'private'] as const) {
        await tx
          .insertInto('incidents')
          .values({
            id: visibility,
            status: 'responding',
            service: 'a',
            summary: 'x',
            kind: 'real',
            visibility,
            declared_by: 'U0DECLARER',
            declared_at: at,
            declare_locale: 'ja',
          })
          .execute()
        const people = [
          { user_id: 'U0CALLED', skipped: null },
          { user_id: 'U0GUEST', skipped: 'guest' as const },
        ]
        for (const each of people)
          await tx
            .insertInto('assembled_people')
            .values({ incident_id: visibility, reason: 'declared', since: at, ...each })
            .execute()
        for (const [user_id, until] of [
          ['U0HANDLER', null],
          ['U0BEFORE', at],
        ] as const)
          await tx
            .insertInto('role_holders')
            .values({ incident_id: visibility, role: 'handler', user_id, since: at, until })
            .execute()
      }
    })
  })

  describe('the right to know', () => {
    const readers = async (incidentId: string, isConfined: boolean) => {
      const people = ['U0DECLARER', 'U0CALLED', 'U0GUEST', 'U0HANDLER', 'U0BEFORE', 'U0ANYBODY']
      const may = await Promise.all(people.map((userId) => mayRead(db.read, incidentId, { userId, isConfined })))
      return people.filter((_, n) => may[n])
    }

    test('of a public one everybody has it, and of the confined those who take part', async () => {
      expect(await readers('public', false)).toHaveLength(6)
      expect(await readers('public', true)).toEqual(['U0DECLARER', 'U0CALLED', 'U0HANDLER'])
    })

    test('of a private one those who take part: not who was passed over, or led before; of none nobody', async () => {
      expect(await readers('private', false)).toEqual(['U0DECLARER', 'U0CALLED', 'U0HANDLER'])
      expect(await readers('missing', false)).toEqual([])
    })

    test.each([
      ['a call, where it was public when they went', false, ['U0DECLARER', 'U0HANDLER']],
      ['anything, where it was private', true, []],
    ])('whoever is gone has no right by %s, until they are brought back', async (_, isBarred, left) => {
      const everybody = ['U0DECLARER', 'U0CALLED', 'U0HANDLER']
      await db.transaction(async (tx) => {
        for (const userId of everybody) await markGone(tx, 'private', { userId, takenBy: null, isBarred }, at)
      })
      expect(await readers('private', false)).toEqual(left)
      expect((await knowersOf(db.read, 'private')).map(({ userId }) => userId).toSorted()).toEqual(left)
      await db.transaction((tx) => markBack(tx, 'private', everybody))
      expect(await readers('private', false)).toEqual(everybody)
    })

    test('what barred somebody, and who did it by hand, outlasts a later going', async () => {
      const gone = { userId: 'U0CALLED', takenBy: 'U0HANDLER', isBarred: true }
      await db.transaction(async (tx) => {
        await markGone(tx, 'private', gone, at)
        await markGone(tx, 'private', { ...gone, takenBy: null, isBarred: false }, at)
      })
      expect(await gonePeople(db.read, 'private')).toEqual([gone])
    })

    test('is told with its reasons, in the order in which they came about', async () => {
      expect(await knowersOf(db.read, 'public')).toEqual([
        { userId: 'U0CALLED', whys: ['declared'] },
        { userId: 'U0DECLARER', whys: ['declarer'] },
        { userId: 'U0HANDLER', whys: ['role:handler'] },
      ])
    })
  })

  describe('what somebody may do', () => {
    const settings = (access: object) => settingsSchema.parse({ services: { a: { name: 'A' } }, access })
    const having = async (right: Right, access: object) => {
      const people = ['U0SATO', 'U0ITO', 'U0KATO', 'U0ALICE']
      const may = await Promise.all(people.map((userId) => hasRight(db.read, settings(access), userId, right)))
      return people.filter((_, n) => may[n])
    }
    beforeEach(async () => {
      await db.transaction(async (tx) => {
        for (const [id, handle] of [
          ['U0SATO', 'sato'],
          ['U0ITO', 'ito'],
          ['U0KATO', 'kato'],
          ['U0ALICE', 'alice'],
        ] as const)
          await tx
            .insertInto('directory_people')
            .values({ id, handle, name: handle, is_bot: false, is_guest: false, is_deactivated: false })
            .execute()
        await tx
          .insertInto('directory_groups')
          .values({ id: 'S0OPS', handle: 'ops', name: 'Ops', people: ['U0ITO', 'U0KATO'] })
          .execute()
      })
    })

    test('is everything for everybody, where the settings name nobody', async () => {
      expect(await having('respond', {})).toHaveLength(4)
      expect(await having('secure', {})).toHaveLength(4)
    })

    test('is for the groups and people whom the settings name, and each right holds what the ones before it hold', async () => {
      const access = { responders: ['@ops'], managers: ['@sato'] }
      expect(await having('respond', access)).toEqual(['U0SATO', 'U0ITO', 'U0KATO'])
      expect(await having('manage', access)).toEqual(['U0SATO'])
    })
  })
})
