import { expect, test } from 'vitest'
import { forEachDatabase, openReplica } from '../../../test/harness/database.ts'
import { createManualClock } from '../../kit/clock.ts'
import { createEar } from './ear.ts'
import { markCreated, takeName } from './store.ts'

const minute = 60_000

forEachDatabase((database, open) => {
  test('what is said in a foreign channel costs one question a minute, and a channel made meanwhile is known at once', async () => {
    const db = await open()
    const clock = createManualClock(new Date('2026-11-23T05:00:00Z'))
    let asked = 0
    const read = new Proxy(db.read, {
      get(target, name) {
        if (name === 'selectFrom') asked++
        const member: unknown = Reflect.get(target, name)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })
    const ear = createEar({ ...db, read }, clock)
    await ear.start()
    // A channel that has only just been seen may be one that is being made.
    expect(await ear.isOurs('C0NEW')).toBe(false)
    expect(await ear.isOurs('C0NEW')).toBe(false)
    expect(asked).toBe(2)
    await clock.advanceBy(minute)
    expect(await ear.isOurs('C0NEW')).toBe(false)
    for (let n = 0; n < 100; n++) expect(await ear.isOurs('C0NEW')).toBe(false)
    expect(asked).toBe(3)

    const other = database === 'PostgreSQL' ? await openReplica(db) : db
    await other.transaction(async (tx) => {
      await tx
        .insertInto('incidents')
        .values({
          id: 'inc_1',
          status: 'responding',
          service: 'a',
          summary: 'x',
          kind: 'real',
          visibility: 'public',
          declared_by: 'U1',
          declared_at: clock.now(),
          declare_locale: 'ja',
        })
        .execute()
      await takeName(tx, { incidentId: 'inc_1', name: 'new', suffix: 1, isPrivate: false })
      await markCreated(tx, 'inc_1', 'C0NEW', clock.now())
    })
    await expect.poll(() => ear.isOurs('C0NEW')).toBe(true)
    expect(asked).toBe(3)
    await ear.stop()
    if (other !== db) await other.close()
  })
})
