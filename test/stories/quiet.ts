import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Sandbox } from '../../sandbox/server/index.ts'
import type { Database } from '../../src/kit/db/index.ts'
import { finishedWithin } from '../../src/kit/patience.ts'
import type { Bot } from '../harness/bot.ts'
import { createHearing } from '../harness/hearing.ts'
import type { LeapingClock } from '../harness/leaping-clock.ts'
import { until } from '../harness/until.ts'

type Ground = { bot: Bot; slackClock: LeapingClock; sandbox: Pick<Sandbox, 'deliveries'> }

/** Milliseconds for which what the bot still has to do may stay the same: after that it hangs. */
const stillMs = 30_000
const everyMs = 10
/** Milliseconds between two looks at a bot that seems quiet: what one thing leads to begins within them. */
const breathMs = 2
/** Milliseconds after which jobs that are not done are taken for waiting, and how often time leaps for them in one look. */
const pauseMs = 1_000
const mostLeaps = 60

/** Resolves when the bot has done all that it has to do now. Rejects with what is left when that does not change any more. */
export async function quiet(ground: Ground): Promise<void> {
  const look = lookAt(ground, true)
  await until(
    async () => {
      const { heard, unheard, undone, unshown } = await look()
      if (unheard.length + undone.length === 0 && unshown.some((each) => each.includes('ratelimited')))
        ground.slackClock.leapToNext()
      expect([...unheard, ...undone, ...unshown], 'what the bot still has to do').toEqual([])
      // One thing leads to another while we look: it is quiet when nothing was new between two looks.
      await wait(breathMs)
      const again = await look()
      expect([again.heard, ...again.unheard, ...again.undone, ...again.unshown]).toEqual([heard])
    },
    stillMs,
    everyMs,
  )
}

/** Resolves when nothing is in the bot's hands any more; what waits for its time, or for Slack, goes on waiting. */
export async function settled(ground: Ground): Promise<void> {
  const { db } = ground.bot.app.world
  const look = lookAt(ground)
  await until(
    async () => {
      const { unheard, undone } = await look()
      const now = ground.slackClock.now()
      const inHand = await db.read
        .selectFrom('projections')
        .select('subject')
        .whereRef('rendered_version', '<', 'version')
        .where((is) =>
          is.or([is('lease_holder', 'is not', null), is('retry_at', 'is', null), is('retry_at', '<=', now)]),
        )
        .execute()
      expect([...unheard, ...undone, ...inHand], 'what the bot has in its hands').toEqual([])
    },
    5_000,
    everyMs,
  )
}

/** Looks at what the bot has not heard yet, has heard and not dealt with, and knows and has not shown. */
function lookAt({ bot: { app }, sandbox, slackClock }: Ground, leaps = false) {
  const { db, jobs } = app.world
  const hearing = createHearing(sandbox)
  return async () => {
    // Before the jobs: what is heard after it shows as new at the next look.
    const { heard, unheard } = hearing()
    let { open, ...left } = await inHand(db)
    if (open) {
      const drained = jobs.drained()
      // What nobody works on for a second waits for Slack's budget.
      for (let more = leaps ? mostLeaps : 0; more > 0 && !(await finishedWithin(pauseMs, drained)); more--)
        slackClock.leapToNext()
      await drained
      left = await inHand(db)
    }
    const pressed = app.inHand() > 0 ? ['what somebody pressed'] : []
    return { heard, unheard: [...unheard, ...pressed], ...left }
  }
}

/** Nothing is under way, and all that does not stand is for channels that the bot knows to be shut: it waits for people to open them. */
const waitsForAChannel = sql`(
  lease_holder is null
  and exists (select from slots where slots.subject = projections.subject and state in ('failed', 'stale'))
  and not exists (
    select from slots where slots.subject = projections.subject and state not in ('standing', 'released')
      and error is distinct from 'waits for another' and not exists (
        select from directory_channels where id = any(string_to_array(slot, ':'))
          and (is_archived or (is_private and not is_member)))))`

/** What stands in the database to be done: in one statement, because looking must cost less than what it waits for. */
async function inHand(db: Database): Promise<{ open: boolean; undone: string[]; unshown: string[] }> {
  const { rows } = await sql<{ open: boolean; undone: string[]; unshown: string[] }>`
    select
      exists (select from pgboss.job where state < 'completed') as open,
      array(select kind from inbox where processed_at is null and parked_at is null) as undone,
      array(
        select subject || ': ' || coalesce((select json_agg(json_build_object('slot', slot, 'error', error)) from slots where error is not null)::text, '[]')
        from projections where rendered_version < version and not ${waitsForAChannel}
      ) as unshown`.execute(db.steady)
  return rows[0] ?? { open: false, undone: [], unshown: [] }
}
