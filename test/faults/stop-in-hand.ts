import { connect } from 'node:net'
import { expect } from 'vitest'
import type { App } from '../../src/app.ts'
import { setTimer } from '../../src/kit/timers/index.ts'
import type { Effects } from '../../src/rooms/facts/index.ts'
import { downloadLink } from '../../src/rooms/publishing/index.ts'
import { checkpointTimer } from '../../src/rooms/timekeeper/index.ts'
import type { Bot } from '../harness/bot.ts'
import type { DatabaseName } from '../harness/database.ts'
import { until } from '../harness/until.ts'
import { declare, mention, openForm, submit } from './declaring.ts'
import { type House, openHouse, settled, stopInTime, waiting } from './house.ts'
import { channelsOfBot, doubles, markOf, policyOfA, wrongs } from './records.ts'

/**
 * When what is in hand comes to its end: before the time of the stop is over, when it has been cut short, or after the bot has gone;
 * the last on PostgreSQL alone, where others hold locks.
 */
export type Ends = 'in time' | 'too late' | 'never'

/** Stops the bot while `held` is in hand. */
async function stopWhile(house: House, bot: Bot, held: { letGo(): unknown }, ends: Ends): Promise<void> {
  const isCut = house.says('cut short')
  const stopped = stopInTime(bot)
  // By now nobody works jobs off any longer.
  if (ends === 'in time') await bot.app.world.jobs.finish().then(() => held.letGo())
  if (ends === 'too late') await isCut.then(() => held.letGo())
  await stopped
  await held.letGo()
}

/** Starts the next bot and waits until it has done everything. */
async function nextBot(house: House): Promise<Bot> {
  const bot = await house.start()
  await settled(bot.app)
  return bot
}

/** A declaration of which every call to Slack is told to wait: the next bot finishes it. */
export async function stopWhileSlackSaysLater(database: DatabaseName): Promise<void> {
  await using house = await openHouse({ database })
  const { driver, errors } = house
  const bot = await nextBot(house)
  const form = await openForm(driver, await mention(driver))
  await settled(bot.app)
  await driver.fault({ method: '*', retry_after: 3 })
  const before = (await driver.calls()).at(-1)?.seq ?? 0
  expect((await submit(driver, form, '障害')).ok).toBe(true)
  await until(async () => {
    if ((await driver.calls(before)).length === 0) throw new Error('Slack was not asked for anything')
  })
  await stopInTime(bot)
  await driver.clearFaults()

  await nextBot(house)
  expect(wrongs(await driver.state(), { declarations: 1, ...policyOfA })).toEqual([])
  expect(errors).toEqual([])
}

/** A checkpoint whose transaction is open: it is shown once, and the next is due. */
export async function stopWithinATimer(database: DatabaseName, ends: Ends): Promise<void> {
  await using house = await openHouse({ database })
  const { driver, errors } = house
  const bot = await nextBot(house)
  await declare(driver, '障害')
  await settled(bot.app)
  const { db, clock } = bot.app.world
  const { subject } = await db.read
    .selectFrom('timers')
    .select('subject')
    .where('kind', '=', checkpointTimer)
    .executeTakeFirstOrThrow()
  const held = holdTransactionsWith('timekeeper.checkpoint_reached', bot.app)
  await db.transaction((tx) => setTimer(tx, { subject, kind: checkpointTimer, dueAt: clock.now(), data: {} }))
  await held.reached
  await stopWhile(house, bot, held, ends)

  const next = await nextBot(house)
  await until(async () => {
    const told = (await driver.state()).channels.flatMap((each) => each.messages).flatMap((each) => markOf(each) ?? [])
    const checkpoints = told.flatMap(({ slot }) => (slot.startsWith('checkpoint:') ? [slot] : []))
    expect(checkpoints).toEqual(['checkpoint:1'])
  })
  const facts = await next.app.world.db.read
    .selectFrom('facts')
    .select('type')
    .where('type', '=', 'timekeeper.checkpoint_reached')
    .execute()
  expect(facts).toHaveLength(1)
  const due = await next.app.world.db.read
    .selectFrom('timers')
    .select('due_at')
    .where('kind', '=', checkpointTimer)
    .execute()
  expect(due.map((each) => each.due_at > clock.now())).toEqual([true])
  expect(doubles(await driver.state())).toEqual([])
  expect(errors).toEqual([])
}

/** A document that somebody is fetching: they have it, or are told in words to ask again, and have it then by the same link. */
export async function stopWithinADownload(database: DatabaseName, ends: Ends): Promise<void> {
  await using house = await openHouse({ database })
  const { driver, errors } = house
  const bot = await nextBot(house)
  await declare(driver, '障害')
  await settled(bot.app)
  const { id } = await bot.app.world.db.read.selectFrom('incidents').select('id').executeTakeFirstOrThrow()
  const { pathname } = new URL(downloadLink(bot.app.world, id) ?? '')
  const held = database === 'PGlite' ? await holdTheConnection(bot.app) : await lockDocuments(house)
  const fetching = fetch(`${bot.app.url}${pathname}`)
  fetching.catch(() => {})
  await held.reached
  // Asked later, and answered: the one before it has come.
  await fetch(`${bot.app.url}/nothing`)
  // Somebody whose line is so slow that the bot has not heard the question yet.
  const slow = connect(Number(new URL(bot.app.url).port), '127.0.0.1')
  slow.on('error', () => {})
  slow.write(`GET ${pathname} HTTP/1.1\r\nHost: `)
  await stopWhile(house, bot, held, ends)
  const answer = await fetching
  const words = await answer.text()
  if (ends === 'in time') {
    expect(answer.status).toBe(200)
    expect(words).toContain('# ')
  } else {
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(words).toContain('restarting')
  }
  slow.destroy()

  const next = await nextBot(house)
  const again = await fetch(`${next.app.url}${pathname}`)
  expect(again.status).toBe(200)
  expect(await again.text()).toContain('# ')
  expect(channelsOfBot(await driver.state())).toHaveLength(1)
  expect(errors).toEqual([])
}

/** Whatever writes a fact of this type waits inside its transaction from now on, until it is let go. */
function holdTransactionsWith(type: string, { world }: App) {
  const [reached, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding: Effects = (fact) =>
    fact.type === type
      ? [
          {
            do: 'keep-timer',
            keep: () => {
              reached.resolve()
              return over.promise
            },
          },
        ]
      : []
  ;(world.effects as Effects[]).push(holding)
  return { reached: reached.promise, letGo: () => over.resolve() }
}

/** Nobody can read or write until the one connection of an embedded database is let go. */
async function holdTheConnection({ world }: App) {
  const [begun, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding = world.db.transaction(() => {
    begun.resolve()
    return over.promise
  })
  holding.catch(() => {})
  await begun.promise
  return { reached: Promise.resolve(), letGo: () => over.resolve() }
}

/** Who reads what incidents are about waits until the lock is let go. */
async function lockDocuments(house: House) {
  const { hand } = house
  await hand.query('begin; lock table incidents')
  let isLetGo = false
  return {
    get reached() {
      return waiting(house)
    },
    async letGo() {
      if (!isLetGo) await hand.query('rollback')
      isLetGo = true
    },
  }
}
