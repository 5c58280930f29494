import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { forEachDatabase } from '../../../test/harness/database.ts'
import type { Tx } from './index.ts'
import { rewriteId } from './rewrite.ts'

const table = sql`
  create table notes (place text primary key, said text, tags text[], data jsonb, at timestamptz default '2026-11-23 05:00Z')`
const note = (tx: Tx, place: string, said: string | null, tags: string[] = [], data: unknown = {}) =>
  sql`insert into notes (place, said, tags, data) values (${place}, ${said}, ${tags}, ${JSON.stringify(data)})`.execute(
    tx,
  )

forEachDatabase((_, open) => {
  test('an id is another one everywhere: in a key, in words, in lists, and deep in what was kept', async () => {
    const db = await open()
    const rows = await db.transaction(async (tx) => {
      await table.execute(tx)
      await note(tx, 'broadcast:G012ABC', 'see <#G012ABC> and https://x/archives/G012ABC/p1', ['G012ABC'], {
        act: [{ channel: 'G012ABC' }],
        'G012ABC:1.2': true,
      })
      await note(tx, 'broadcast:G012ABCD', 'G012ABCD and XG012ABC', ['G012ABCD'], { G012ABCD: 'G012ABCD' })
      await rewriteId(tx, 'G012ABC', 'C999XYZ')
      return (await sql`select place, said, tags, data from notes order by place`.execute(tx)).rows
    })
    expect(rows).toEqual([
      {
        place: 'broadcast:C999XYZ',
        said: 'see <#C999XYZ> and https://x/archives/C999XYZ/p1',
        tags: ['C999XYZ'],
        data: { act: [{ channel: 'C999XYZ' }], 'C999XYZ:1.2': true },
      },
      {
        place: 'broadcast:G012ABCD',
        said: 'G012ABCD and XG012ABC',
        tags: ['G012ABCD'],
        data: { G012ABCD: 'G012ABCD' },
      },
    ])
  })

  test('where the new one has a row already, the old one makes way', async () => {
    const db = await open()
    const rows = await db.transaction(async (tx) => {
      await table.execute(tx)
      await note(tx, 'G012ABC', 'old')
      await note(tx, 'C999XYZ', 'new')
      await rewriteId(tx, 'G012ABC', 'C999XYZ')
      return (await sql`select place, said from notes`.execute(tx)).rows
    })
    expect(rows).toEqual([{ place: 'C999XYZ', said: 'new' }])
  })

  test('what is no id is none', async () => {
    const db = await open()
    for (const odd of ['', 'C', 'C0%', 'C0_1', "C0'", 'C012\\y'])
      await expect(db.transaction((tx) => rewriteId(tx, odd, 'C999XYZ'))).rejects.toThrow(RangeError)
  })
})
