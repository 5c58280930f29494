import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { onDatabase } from '../../../test/harness/database.ts'
import { later } from '../../kit/clock.ts'
import { channelOf, markArchived, markUnarchived } from './store.ts'

const at = new Date('2026-11-29T03:00:00Z')

onDatabase('PostgreSQL', (open) => {
  test('an archive that is known already is no news, and keeps its time; opened again, the next one is', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      await sql`insert into incidents (id, status, service, summary, kind, visibility, declared_by, declared_at, declare_locale)
        values ('inc_1', 'responding', 'a', 'ログインできない', 'real', 'public', 'U0TANAKA', ${at}, 'ja')`.execute(tx)
      await sql`insert into incident_channels (incident_id, name, is_private, channel_id, created_at)
        values ('inc_1', 'サービスa', false, 'C1', ${at})`.execute(tx)
    })
    const archived = (by: string | null, ms: number) =>
      db.transaction((tx) => markArchived(tx, 'C1', by, later(at, ms)))
    expect(await archived('U0TANAKA', 1_000)).toBe(true)
    expect(await archived(null, 2_000)).toBe(false)
    expect(await channelOf(db.read, 'inc_1')).toMatchObject({ archivedAt: later(at, 1_000), archivedBy: 'U0TANAKA' })
    expect(await db.transaction((tx) => markUnarchived(tx, 'C1'))).toBe(true)
    expect(await archived(null, 3_000)).toBe(true)
  })
})
