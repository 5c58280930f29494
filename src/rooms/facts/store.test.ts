import { expect, test } from 'vitest'
import { openServer } from '../../../test/harness/database.ts'
import { append, factsAbout } from './store.ts'

test('facts are read as they were written, though the second replica’s clock is behind the first one’s', async () => {
  const db = await openServer()
  const said = (id: string, user: string, at: string) =>
    ({
      id,
      subject: 'incident:inc_1',
      type: 'roles.handler_taken',
      data: { user },
      at: new Date(at),
      actor: { kind: 'person', id: user },
    }) as const
  await db.transaction(async (tx) => {
    await append(tx, said('fct_2', 'U0SATO', '2026-04-01T03:00:00.200Z'))
    await append(tx, said('fct_1', 'U0ITO', '2026-04-01T03:00:00.100Z'))
  })
  const facts = await factsAbout(db.read, 'incident:inc_1', ['roles.handler_taken'])
  expect(facts.map(({ n, data }) => [n, data.user])).toEqual([
    [1, 'U0SATO'],
    [2, 'U0ITO'],
  ])
  await db.close()
})
