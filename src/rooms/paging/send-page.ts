import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { setTimer, type TimerHandler } from '../../kit/timers/index.ts'
import { channelOf, incidentSubject } from '../channel/index.ts'
import { bot, recordFacts, type World } from '../facts/index.ts'
import { incidentById } from '../incident/index.ts'
import { beginFollowing } from './follow-page.ts'
import { sendPageJob } from './jobs.ts'
import {
  type Answer,
  formerKey,
  keyOf,
  longestAnswerMs,
  type Page,
  triesInSilence,
  type Verdict,
  verdict,
} from './page.ts'
import { type PageRequest, requestsFor } from './request.ts'
import { said } from './said.ts'
import { lockPage, markNeedless, markSending, markTried, pagesOf } from './store.ts'

/** What leads out of the house. Never throws: what went wrong is an answer too. */
export type Post = (request: PageRequest, timeoutMs: number) => Promise<Answer>

/** The timer of a page that is to be tried again; its subject names the page. */
export const retryPageTimer = 'paging.retry'
const pageSubject = (id: string): string => `page:${id}`

/** How long a call may still be under way after it should have ended, in milliseconds. */
const graceMs = 2_000
/** How soon to look again whether the page before is out of the way, in milliseconds. */
const lookAgainMs = 1_000

type Ready = { page: Page; requests: readonly PageRequest[] }

/**
 * Sends one page. A crash in between sends it again under the same key, which the service takes as one. Pages of one
 * incident to one pager go in order: what a later one overtakes is not sent any more.
 */
export async function sendPage(
  world: World,
  means: { post: Post; secret(name: string): string | undefined },
  id: string,
): Promise<void> {
  const ready = await world.db.transaction((tx) => prepare(world, tx, means.secret, id, world.clock.now()))
  if (!ready) return
  const answer = await inOrder(means.post, ready.requests)
  await world.db.transaction(async (tx) => {
    const page = await lockPage(tx, id)
    const now = world.clock.now()
    if (page?.state === 'trying') await settle(world, tx, page, verdict(answer, page.attempts + 1, now), now)
  })
}

/** What is to be sent now; undefined when there is nothing to send, or not yet. */
async function prepare(
  world: World,
  tx: Tx,
  secret: (name: string) => string | undefined,
  id: string,
  now: Date,
): Promise<Ready | undefined> {
  const page = await lockPage(tx, id)
  if (page?.state !== 'trying') return undefined
  const pages = await pagesOf(tx, page.incidentId)
  const before = pages.filter((each) => each.pager === page.pager && each.n < page.n && each.state === 'trying')
  if (before.some(({ sendingUntil }) => sendingUntil && sendingUntil > now)) {
    await setTimer(tx, { subject: pageSubject(id), kind: retryPageTimer, dueAt: later(now, lookAgainMs) })
    return undefined
  }
  if (before.length > 0) await markNeedless(tx, page, now)
  const settings = world.settings()
  const pager = settings.pagers[page.pager]
  const secretValue = pager && secret(pager.secretEnv)
  const incident = await incidentById(tx, page.incidentId)
  const channel = await channelOf(tx, page.incidentId)
  if (!incident || !channel) throw new Error(`The page ${id} is about nothing`)
  if (!pager || !secretValue) {
    await settle(world, tx, page, { is: 'failed', error: pager ? 'secret_missing' : 'pager_unknown' }, now)
    return undefined
  }
  await markSending(tx, id, later(now, longestAnswerMs + graceMs))
  const key = { ring: keyOf(page, pages), former: formerKey(page, pages) }
  const about = { page, key, said: said(page, incident, channel, settings), incident, settings, now }
  return { page, requests: requestsFor(pager, secretValue, about) }
}

/** One after the other, while each is taken. */
async function inOrder(post: Post, [first, ...rest]: readonly PageRequest[]): Promise<Answer> {
  if (!first) throw new Error('A page without a request')
  const answer = await post(first, longestAnswerMs)
  const isTaken = answer.is === 'answered' && answer.status >= 200 && answer.status < 300
  return isTaken && rest.length > 0 ? inOrder(post, rest) : answer
}

/** Writes down what became of one try, and tells the people when it does not come through. */
async function settle(world: World, tx: Tx, page: Page, judged: Verdict, now: Date): Promise<void> {
  const attempts = page.attempts + 1
  const error = judged.is === 'delivered' ? null : judged.error
  const state = judged.is === 'again' ? 'trying' : judged.is
  await markTried(tx, page.id, { state, attempts, error, at: now })
  const about = { page: page.id, pager: page.pager, event: page.event }
  const subject = incidentSubject(page.incidentId)
  if (judged.is === 'delivered') {
    await recordFacts(world, tx, bot, now, [{ subject, type: 'paging.delivered', data: { ...about, attempts } }])
    await beginFollowing(world, tx, page, now)
    return
  }
  world.log.warn({ page: page.id, pager: page.pager, error: judged.error, attempts }, 'A page did not come through')
  if (judged.is === 'failed') {
    await recordFacts(world, tx, bot, now, [
      { subject, type: 'paging.failed', data: { ...about, error: judged.error } },
    ])
    return
  }
  await setTimer(tx, { subject: pageSubject(page.id), kind: retryPageTimer, dueAt: judged.at })
  if (attempts === triesInSilence) {
    await recordFacts(world, tx, bot, now, [
      { subject, type: 'paging.delayed', data: { ...about, error: judged.error } },
    ])
  }
}

/** The pause of a page is over. */
export const retryPage =
  (world: World): TimerHandler =>
  (tx, { subject }) =>
    world.jobs.enqueue(tx, sendPageJob, { page: subject.slice(pageSubject('').length) })
