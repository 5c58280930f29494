import type { Tx } from '../../kit/db/index.ts'
import { RetryAfter } from '../../kit/jobs/index.ts'
import type { Failure, Slack } from '../../kit/slack/index.ts'
import type { World } from '../facts/index.ts'
import type { ListName } from './directory.ts'
import { lists } from './directory.ts'
import { joinSpokenInJob, readJob } from './jobs.ts'
import { letGo } from './kept/store.ts'
import { type Page, pageOf } from './pages.ts'
import { askFor, beginAnew, goOn, held, noteFailure, type Reading, readingOf } from './readings/store.ts'
import { speaksIn } from './spoken-in.ts'

/** Many changes of groups come together: they are read once, this long after the first, in milliseconds. */
export const gatherMs = 2_000

/** What does not answer is asked again after this long, twice as long each time, in milliseconds. */
const firstPauseMs = 5_000
const longestPauseMs = 5 * 60_000
/** Slack refuses: an admin may change that any minute, and on a plan without it seldom. In milliseconds. */
const firstRefusedMs = 60_000
const longestRefusedMs = 60 * 60_000
/** Fewer failures than this in a row are nothing to tell people of. */
const tellAfter = 3

/** Reads the whole workspace: what is being read goes on where it stopped, the rest begins again. */
export async function refreshDirectory(world: World): Promise<void> {
  await world.db.transaction(async (tx) => {
    for (const list of lists) await enqueueReading(world, tx, list)
  })
}

/** Has one list read, once for all who ask within `gather` milliseconds. */
export async function enqueueReading(world: World, tx: Tx, list: ListName, gather = 0): Promise<void> {
  const turn = await askFor(tx, list, world.clock.now(), gather)
  if (turn !== undefined) await world.jobs.enqueue(tx, readJob, { list, turn })
}

/**
 * Reads a list to its end, page by page into the database: at any moment there is one page in memory, and where the reading
 * stopped is known after a restart. `onPage` is told of each page, of the end, and that a list cannot be read. Throws a
 * `RetryAfter` for as long as Slack asks, or does not answer.
 */
export async function readList(
  world: World,
  slack: Slack,
  { list, turn }: { list: ListName; turn: number },
  { onPage, signal }: { onPage(list: ListName): Promise<void>; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    const reading = await readingOf(world.db.read, list)
    if (!reading.isReading || reading.turn !== turn) return
    const early = (reading.notBefore?.getTime() ?? 0) - world.clock.now().getTime()
    if (early > 0) throw new RetryAfter(early)
    const page = await pageOf(slack, list, reading.cursor)
    if (page.is !== 'done') {
      if (await beginsAnew(world, reading, page)) continue
      const ms = await noteUnread(world, reading, page)
      await onPage(list)
      throw new RetryAfter(ms)
    }
    if (!(await keepPage(world, reading, page.value))) return
    await onPage(list)
  }
  throw new RetryAfter(0)
}

/** Writes a page down, with the place of the next. False where another job has taken over meanwhile. */
async function keepPage(world: World, reading: Reading, page: Page): Promise<boolean> {
  const { list } = reading
  return world.db.transaction(async (tx) => {
    const now = world.clock.now()
    const still = await held(tx, list)
    if (!still.isReading || still.turn !== reading.turn || still.cursor !== reading.cursor) return false
    const names = await page.keep(tx)
    await goOn(tx, list, page.next, now)
    const isEnd = page.next === null
    if (isEnd) {
      const { gone, isBelieved } = await letGo(tx, list)
      if (!isBelieved) world.log.warn({ list, gone }, 'Slack listed far fewer than are known: nobody is taken for gone')
      if (still.error) world.log.info({ list }, 'A list of the workspace can be read again')
    }
    if (list === 'channels' && (isEnd || names.some(speaksIn(world.settings())))) {
      await world.jobs.enqueue(tx, joinSpokenInJob, isEnd ? { turn: reading.turn } : {})
    }
    return true
  })
}

/** The place in the list has expired: once in a reading it begins again. */
async function beginsAnew(world: World, reading: Reading, failure: Failure): Promise<boolean> {
  const isExpired = failure.is === 'refused' && failure.error === 'invalid_cursor' && reading.cursor !== null
  if (!isExpired || reading.hasBegunAnew) return false
  await world.db.transaction((tx) => beginAnew(tx, reading.list))
  world.log.info({ list: reading.list }, 'Slack no longer knows the place in a list: it is read from its beginning')
  return true
}

/** Notes why a list cannot be read, tells it once, and answers when to try again, in milliseconds. */
async function noteUnread(world: World, { list, error: before, failures }: Reading, failure: Failure): Promise<number> {
  if (failure.is === 'limited') return Math.max(failure.retryAfterMs, 1_000)
  const isRefused = failure.is === 'refused'
  const word = isRefused ? failure.error : failure.is === 'unreached' ? 'unreached' : failure.reason
  const isTold = isRefused || failures + 1 >= tellAfter
  await world.db.transaction((tx) => noteFailure(tx, list, isTold ? word : null))
  if (isTold && before !== word) {
    const needed = isRefused && failure.needed ? { needed: failure.needed } : {}
    world.log.warn({ list, error: word, ...needed }, `Slack does not let the bot read its ${list}: ${whatToDo(list)}`)
  }
  if (isRefused && word === 'plan_upgrade_required') return longestRefusedMs
  return isRefused
    ? Math.min(firstRefusedMs * 2 ** Math.min(failures, 10), longestRefusedMs)
    : Math.min(firstPauseMs * 2 ** Math.min(failures, 10), longestPauseMs)
}

const whatToDo = (list: ListName): string =>
  ({
    groups: 'name people one by one in the settings, by id or e-mail address',
    people: 'name people by their member id in the settings, and give the app users:read',
    channels: 'name channels by their id in the settings, and give the app channels:read and groups:read',
  })[list]
