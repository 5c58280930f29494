import { beforeEach, expect, test } from 'vitest'
import { emptyDatabase, forEachDatabase } from '../../../../test/harness/database.ts'
import type { Database } from '../../../kit/db/index.ts'
import { listPage } from '../../reading/index.ts'
import type { EntryKind } from '../entry.ts'
import { putEntries } from '../store.ts'
import { incidentsHolding } from './store.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 29, 3, minutes))

const kept = [
  { id: 'login', summary: 'ログインできない 100%', impact: null, channel: 'inc-login', at: at(1) },
  { id: 'slow', summary: 'Payments are slow', impact: null, channel: 'inc_slow--20261129', at: at(2) },
  { id: 'gone', summary: 'Payments were gone', impact: '1_000 orders', channel: 'inc-over', at: at(3) },
  { id: 'old', summary: 'ﾛｸﾞｲﾝが遅い', impact: null, channel: 'inc-old', at: new Date('2024-02-01T00:00:00Z') },
]

forEachDatabase((_, open) => {
  let db: Database
  beforeEach(async () => {
    db ??= await open()
    await emptyDatabase(db)
    await db.transaction(async (tx) => {
      for (const { id, summary, impact, channel, at: declared_at } of kept) {
        const incident = { id, service: 'a', visibility: 'public' as const, summary, impact, declared_at }
        await tx
          .insertInto('incidents')
          .values({ ...incident, status: 'completed', kind: 'real', declared_by: 'U0SATO', declare_locale: 'ja' })
          .execute()
        await tx.insertInto('incident_channels').values({ incident_id: id, name: channel, is_private: false }).execute()
        const entry = (kind: EntryKind, words: string) => ({ kind, ref: kind, at: declared_at, words, saidIn: null })
        await putEntries(tx, incident, [
          entry('summary', summary),
          ...(impact ? [entry('impact', impact)] : []),
          entry('message', 'only said'),
        ])
      }
    })
  })

  const found = async (words: string, limit = 10) => {
    const holding = await incidentsHolding(db.read, words)
    if (!holding) return 'nothing'
    return (await listPage(db.read, undefined, { holding }, { limit })).cores.map(({ incident }) => incident.id)
  }

  test.each<[string, string, string[]]>([
    ['in whatever case', 'PAYMENTS slow', ['slow']],
    ['in whatever width and kana, of whatever month', 'ろぐいん', ['login', 'old']],
    ['inside of a sentence in Japanese', '遅い', ['old']],
    ['of the impact and the channel', 'orders inc-over', ['gone']],
    ['by their beginning in a channel’s name, whatever parts it', '2026', ['slow']],
    ['in any order', 'gone payments', ['gone']],
    ['with signs between them that mean nothing', '1_000 %', ['gone']],
    ['that were only said', 'said', []],
    ['that nothing has', 'zzz', []],
  ])('an incident is listed by words %s', async (_what, words, ids) => {
    expect(await found(words)).toEqual(ids)
    // Where a page is full before all have been looked at, no index is asked.
    expect(await found(words, 1)).toEqual(ids.slice(0, 1))
  })

  test('words without a letter or a digit stand nowhere', async () => {
    expect(await found('%\\')).toBe('nothing')
  })
})
