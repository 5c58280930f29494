import { RetryAfter } from '../../../kit/jobs/index.ts'
import type { Failure, Slack } from '../../../kit/slack/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { bot, recordFacts, type World } from '../../facts/index.ts'
import { repairJob } from '../jobs.ts'
import { tryLater } from '../try-later.ts'
import { comparePins } from './marks.ts'
import { readMainPage, readThreadPage } from './pages.ts'
import { mostPages, type RepairPlace, type Run } from './repair.ts'
import { finishRun, noteAttempt, runOf } from './store.ts'

/** A channel that the bot is just going into again opens after a moment: tried so often, with growing pauses from this one on. */
const mostAttempts = 6
const firstPauseMs = 5_000

/**
 * Goes on with the reading of a place page by page until it is done. How far it has come stands in the database with each
 * page, so that a crash or a rate limit loses none and two processes read none twice.
 */
export async function repair(world: World, slack: Slack, place: RepairPlace, signal: AbortSignal): Promise<void> {
  for (;;) {
    const run = await runOf(world.db.read, place)
    if (!run) return
    if (signal.aborted) throw new RetryAfter(0)
    const failure = await step(world, slack, run)
    if (failure === 'done') return finish(world, run, null)
    if (failure) await refused(world, run, failure)
  }
}

async function step(world: World, slack: Slack, run: Run): Promise<Failure | 'done' | undefined> {
  const mayGoOn = run.pages < mostPages
  if (!run.mainRead && mayGoOn) return readMainPage(world, slack, run)
  const [thread] = run.threads
  if (thread && mayGoOn) return readThreadPage(world, slack, run, thread)
  if (!mayGoOn) world.log.warn({ ...run, threads: run.threads.length }, 'A conversation is too long to be read whole')
  return run.threadTs ? 'done' : ((await comparePins(world, slack, run)) ?? 'done')
}

async function refused(world: World, run: Run, failure: Failure): Promise<void> {
  tryLater(failure)
  const error = failure.is === 'refused' ? failure.error : failure.is
  if (run.attempts >= mostAttempts) {
    world.log.warn({ incidentId: run.incidentId, error }, 'A conversation cannot be read again')
    return finish(world, run, error)
  }
  await world.db.transaction((tx) => noteAttempt(tx, run))
  throw new RetryAfter(firstPauseMs * 2 ** run.attempts)
}

/** What was missed is a fact; that nothing was is none. */
async function finish(world: World, run: Run, error: string | null): Promise<void> {
  const { incidentId, channelId, threadTs } = run
  await world.db.transaction(async (tx) => {
    const now = world.clock.now()
    const done = await finishRun(tx, run, error, now)
    if (!done) return
    const { found, edited, deleted, again } = done
    if (again) await world.jobs.enqueue(tx, repairJob, { incidentId, channelId, threadTs })
    if (found + edited + deleted === 0) return
    const data = { channel: channelId, threadTs, found, edited, deleted }
    await recordFacts(world, tx, bot, now, [{ subject: incidentSubject(incidentId), type: 'record.repaired', data }])
  })
}
