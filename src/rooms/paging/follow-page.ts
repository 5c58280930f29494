import { later } from '../../kit/clock.ts'
import { setTimer, type TimerHandler } from '../../kit/timers/index.ts'
import { bot, recordFacts, unchanged, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { answered } from './answer-page.ts'
import { followPageJob } from './jobs.ts'
import { keyOf, type Page, ringing } from './page.ts'
import { askIncident, newsOf, type Question, standingOf } from './pagerduty.ts'
import { lockPage, pagesOf, putAssigned } from './store.ts'

/** What a pager's service says to a question; undefined where it does not answer, or not with 200. Never throws. */
export type Ask = (question: Question, timeoutMs: number) => Promise<{ status: number | null; body: unknown }>

export type AskMeans = { ask: Ask; secret(name: string): string | undefined }

/** The timer by which the service of a page is asked what became of it; its subject names the page. */
export const followPageTimer = 'paging.follow'
const subjectOf = (id: string): string => `page:${id}`

/** Between two questions, in milliseconds. */
const everyMs = 30_000
/** For so long nobody is asked after a page that nobody answers. */
const longestMs = 60 * 60_000
/** How long the service may take, in milliseconds. */
const timeoutMs = 10_000

/** Whether anybody can be asked what became of a page to this pager. */
const canBeAsked = (world: World, pager: string): boolean => (world.settings().pagers[pager]?.reads ?? null) !== null

/** A page has come through: from now on its service is asked what became of it, where it can be asked. */
export async function beginFollowing(world: World, tx: Parameters<typeof setTimer>[0], page: Page, now: Date) {
  if (page.event !== 'trigger' || !canBeAsked(world, page.pager)) return
  await setTimer(tx, { subject: subjectOf(page.id), kind: followPageTimer, dueAt: later(now, everyMs) })
}

/** It is time to ask. */
export const followInTime =
  (world: World): TimerHandler =>
  (tx, { subject }) =>
    world.jobs.enqueue(tx, followPageJob, { page: subject.slice(subjectOf('').length) })

/** Asks what became of a page, and again until it is answered, overtaken, or an hour old. */
export async function followPage(world: World, { ask, secret }: AskMeans, id: string): Promise<void> {
  const { read } = world.db
  const page = await world.db.transaction((tx) => lockPage(tx, id))
  const reads = page && world.settings().pagers[page.pager]?.reads
  const key = reads && secret(reads.keyEnv)
  if (!page || !reads || !key) return
  const { body } = await ask(askIncident(reads, key, keyOf(page, await pagesOf(read, page.incidentId))), timeoutMs)
  const standing = standingOf(body)
  // Not by `commit`: that there is no news is written down as well.
  await world.db.transaction(async (tx) => {
    const now = world.clock.now()
    await hold(tx, page.incidentId)
    const open = ringing(await pagesOf(tx, page.incidentId)).find((each) => each.id === id)
    if (!open || open.answer?.is === 'acknowledged' || open.answer?.is === 'declined') return
    const waitedMs = now.getTime() - (open.settledAt ?? open.requestedAt).getTime()
    const patienceMs = world.settings().calls.name_unanswered_after
    const news = standing && newsOf(open, standing, waitedMs, patienceMs)
    if (standing?.asked && standing.asked !== open.assignedTo) await putAssigned(tx, id, standing.asked)
    if (news?.is !== 'acknowledged' && waitedMs < longestMs)
      await setTimer(tx, { subject: subjectOf(id), kind: followPageTimer, dueAt: later(now, everyMs) })
    const { facts } = news ? await answered({ tx, now }, open, news.is, news.who) : unchanged(undefined)
    await recordFacts(world, tx, bot, now, facts)
  })
}
