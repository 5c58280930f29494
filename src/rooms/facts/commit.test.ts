import { expect, test } from 'vitest'
import { openServer } from '../../../test/harness/database.ts'
import { createManualClock, later } from '../../kit/clock.ts'
import { createIds } from '../../kit/ids.ts'
import { createJobs } from '../../kit/jobs/index.ts'
import { silentLog } from '../../kit/log.ts'
import { setTimer } from '../../kit/timers/index.ts'
import { project } from '../projection/index.ts'
import { commit } from './commit.ts'
import type { World } from './world.ts'

test('what a fact takes back is not due any more', async () => {
  const db = await openServer()
  const clock = createManualClock()
  const jobs = createJobs(db, { clock })
  jobs.work(project, async () => {})
  await jobs.start()
  const subject = 'incident:inc_1'
  const timer = { subject, kind: 'roles.vacancy' }
  await db.transaction((tx) => setTimer(tx, { ...timer, dueAt: later(clock.now(), 60_000), data: {} }))
  const world = {
    db,
    clock,
    jobs,
    ids: createIds(clock),
    log: silentLog,
    settings: () => undefined,
    effects: [() => [{ do: 'cancel-timer', ...timer }]],
  } as unknown as World
  await commit(world, { kind: 'person', id: 'U0SATO' }, async () => ({
    facts: [{ subject, type: 'roles.handler_taken', data: { user: 'U0SATO' } }],
    result: undefined,
  }))
  expect(await db.read.selectFrom('timers').select('kind').where('subject', '=', subject).execute()).toEqual([])
  await jobs.stop()
  await db.close()
})
