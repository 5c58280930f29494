import { expect, test, vi } from 'vitest'
import { setTimer } from '../../src/kit/timers/index.ts'
import { project } from '../../src/rooms/projection/index.ts'
import { readJob } from '../../src/rooms/record/index.ts'
import { patient } from '../harness/patience.ts'
import { until } from '../harness/until.ts'
import { declare, wordsOf } from './declaring.ts'
import { channelsOfBot } from './records.ts'
import { cardIn } from './responding.ts'
import { openStage } from './stage.ts'

vi.setConfig({ testTimeout: patient(60_000) })

test('stored timers and jobs that cannot be read are set aside and counted, and incidents go on', async () => {
  await using stage = await openStage()
  const { driver, app, errors } = stage
  const { db, clock, jobs } = app.world
  await declare(driver, '障害')
  await stage.quiet()
  await db.transaction(async (tx) => {
    const vacancy = tx.selectFrom('timers').select(['subject', 'kind']).where('kind', '=', 'roles.vacancy')
    const timer = await vacancy.executeTakeFirstOrThrow()
    await setTimer(tx, { ...timer, dueAt: clock.now(), data: { since: 'secret words' } })
    // As another release might have left them.
    await jobs.enqueue(tx, project, { subject: ['secret words'] } as never)
    await jobs.enqueue(tx, readJob, { incidentId: null } as never)
  })
  await until(async () => expect(await app.status()).toMatchObject({ ok: true, setAside: 3 }))
  const told = errors.map((line) => JSON.parse(line) as { name: string; problem: string })
  expect(told.map(({ name, problem }) => `${name}: ${problem.split(':')[0]}`).toSorted()).toEqual([
    'projection.project: subject',
    'record.read: incidentId',
    'roles.vacancy: since',
  ])
  expect(errors.join()).not.toContain('secret words')
  errors.length = 0
  await declare(driver, '別の障害')
  await until(async () => {
    const cards = channelsOfBot(await driver.state()).map((each) => cardIn(each))
    expect(cards.map((card) => wordsOf(card)).join()).toContain('別の障害')
  })
  expect(errors).toEqual([])
})
