import { expect, test } from 'vitest'
import { onDatabase } from '../../../test/harness/database.ts'
import { later } from '../../kit/clock.ts'
import { insertInvitation, wasAnswered } from './store.ts'

const at = new Date('2026-11-29T03:00:00Z')
const minute = 60_000

onDatabase('PGlite', (open) => {
  test('an app is answered once in a thread, however late, and once in a channel for a while; a person always', async () => {
    const db = await open()
    const answered = (threadTs: string | null, by: string, since: Date, channel = 'C1') =>
      wasAnswered(db.read, { channel, threadTs, by }, since)
    await db.transaction((tx) =>
      insertInvitation(tx, {
        id: 'inv_1',
        channelId: 'C1',
        mentionTs: '100.1',
        threadTs: null,
        askedBy: 'U0APP',
        askedAt: at,
      }),
    )
    expect(await answered(null, 'U0APP', later(at, -minute))).toBe(true)
    expect(await answered(null, 'U0APP', later(at, minute))).toBe(false)
    // Its answer to our answer stands in the thread of the mention.
    expect(await answered('100.1', 'U0APP', later(at, minute))).toBe(true)
    expect(await answered('200.1', 'U0APP', later(at, minute))).toBe(false)
    expect(await answered('100.1', 'U0OTHER', later(at, -minute))).toBe(false)
    expect(await answered(null, 'U0APP', later(at, -minute), 'C2')).toBe(false)
  })
})
