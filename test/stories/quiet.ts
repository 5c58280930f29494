import { expect, vi } from 'vitest'
import type { Bot } from '../harness/bot.ts'
import type { LeapingClock } from '../harness/leaping-clock.ts'
import { patient } from '../harness/patience.ts'

type Ground = { bot: Bot; slackClock: LeapingClock }

/** Milliseconds between two looks at a condition. */
const interval = 10

/** How many milliseconds a condition may stay untrue while nothing moves: what takes longer hangs. */
export const stillness = patient(30_000)

/** Resolves when the bot has done all that it has to do now. Rejects with what is left, when that has not changed for long. */
export async function quiet(ground: Ground): Promise<void> {
  const look = lookAt(ground)
  await untilStill(async () => {
    const { heard, unheard, undone, unshown } = await look()
    if (unheard.length + undone.length === 0 && unshown.some((each) => each.includes('ratelimited')))
      ground.slackClock.leapToNext()
    expect([...unheard, ...undone, ...unshown], 'what the bot still has to do').toEqual([])
    // One thing leads to another while we look: it is quiet when nothing was new between two looks.
    const again = await look()
    expect([again.heard, ...again.unheard, ...again.undone, ...again.unshown]).toEqual([heard])
  })
}

/** Resolves when nothing is in the bot's hands any more; what waits for its time, or for Slack, goes on waiting. */
export async function settled(ground: Ground): Promise<void> {
  const { db } = ground.bot.app.world
  const look = lookAt(ground)
  await vi.waitFor(
    async () => {
      const { unheard, undone } = await look()
      const inHand = await db.read
        .selectFrom('projections')
        .select('subject')
        .whereRef('rendered_version', '<', 'version')
        .where((is) =>
          is.or([
            is('lease_holder', 'is not', null),
            is('retry_at', 'is', null),
            is('retry_at', '<=', ground.slackClock.now()),
          ]),
        )
        .execute()
      expect([...unheard, ...undone, ...inHand], 'what the bot has in its hands').toEqual([])
    },
    { timeout: patient(5_000), interval },
  )
}

/** Looks until `look` throws no more. Gives up, with its last error, when that error has stayed the same for too long. */
async function untilStill(look: () => Promise<void>): Promise<void> {
  let last = ''
  let since = performance.now()
  for (;;) {
    try {
      return await look()
    } catch (error) {
      const now = error instanceof Error ? error.message : String(error)
      if (now !== last) since = performance.now()
      else if (performance.now() - since > stillness) throw error
      last = now
    }
    await new Promise((resolve) => setTimeout(resolve, interval))
  }
}

/** Looks at what the bot has not heard yet, has heard and not dealt with, and knows and has not shown. */
function lookAt({ bot: { app, driver } }: Ground) {
  const { db, jobs } = app.world
  let acknowledgedTo = 0
  return async () => {
    const deliveries = await driver.deliveries(acknowledgedTo)
    const firstUnheard = deliveries.findIndex((each) => each.acked_ms === null && !each.failed)
    const heard = deliveries.at(-1)?.seq ?? acknowledgedTo
    acknowledgedTo = firstUnheard === -1 ? heard : (deliveries[firstUnheard]?.seq ?? 1) - 1
    const inbox = await db.read
      .selectFrom('inbox')
      .select('kind')
      .where('processed_at', 'is', null)
      .where('parked_at', 'is', null)
      .execute()
    await jobs.drained()
    const behind = await db.read
      .selectFrom('projections')
      .select('subject')
      .whereRef('rendered_version', '<', 'version')
      .execute()
    const waiting =
      behind.length === 0
        ? []
        : await db.read.selectFrom('slots').select(['slot', 'error']).where('error', 'is not', null).execute()
    return {
      heard,
      unheard:
        firstUnheard === -1
          ? []
          : deliveries.slice(firstUnheard).flatMap((each) => (each.acked_ms === null && !each.failed ? each.type : [])),
      undone: inbox.map((each) => each.kind),
      unshown: behind.map((each) => `${each.subject}: ${JSON.stringify(waiting)}`),
    }
  }
}
