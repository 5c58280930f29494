import { later } from '../../kit/clock.ts'
import { cancelTimer, holdTimer, setTimer } from '../../kit/timers/index.ts'
import type { KeepTimer, World } from '../facts/index.ts'
import type { AskMeans } from './follow-page.ts'
import { readOnCallJob } from './jobs.ts'
import { putOnCall } from './on-call-store.ts'
import { askOnCall, onCallOf } from './pagerduty.ts'

/** The timer by which the pagers are asked who is on call. */
export const onCallTimer = 'paging.on_call'
const subject = 'on-call:all'
/** Between two questions, in milliseconds: shifts last hours, and forms say as of when it is. */
const everyMs = 10 * 60_000
/** How long a service may take, in milliseconds. */
const timeoutMs = 10_000

/** While a pager of the settings can be asked it is: now, when the settings change, and every ten minutes. */
export const keepOnCall: KeepTimer = async (world, tx, now) => {
  await holdTimer(tx, subject, onCallTimer)
  const isWanted = Object.values(world.settings().pagers).some(({ reads }) => reads !== null)
  if (!isWanted) return cancelTimer(tx, subject, onCallTimer)
  await world.jobs.enqueue(tx, readOnCallJob, {})
  await setTimer(tx, { subject, kind: onCallTimer, dueAt: later(now, everyMs) })
}

/** Asks each pager that can be asked who is on call. One that does not answer keeps what it said last, with the reason. */
export async function readOnCall(world: World, { ask, secret }: AskMeans): Promise<void> {
  for (const [pager, { reads }] of Object.entries(world.settings().pagers)) {
    const key = reads && secret(reads.keyEnv)
    if (!reads || !key) continue
    const { status, body } = await ask(askOnCall(reads, key), timeoutMs)
    const people = status === 200 ? onCallOf(body) : undefined
    const error = people ? null : status === null ? 'timeout' : status === 200 ? 'unreadable' : `http_${status}`
    const at = world.clock.now()
    await world.db.transaction((tx) => putOnCall(tx, { pager, people: people ?? null, error, at }))
  }
}
