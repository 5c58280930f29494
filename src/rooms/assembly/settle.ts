import { RetryAfter } from '../../kit/jobs/index.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { joinSpokenInJob, lookUpUnknown } from '../directory/index.ts'
import { factsAbout, type World } from '../facts/index.ts'
import { incidentsByIds, isOpen } from '../incident/index.ts'
import { assemble } from './assemble.ts'
import { assembleJob } from './jobs.ts'
import { incidentsWithGaps } from './store.ts'

/** How many unknown people of the policy are looked up one by one; the list of people brings the rest. */
const mostAtOnce = 60

/**
 * Calls at once whoever is known, the declarer above all; then asks Slack for those who are named and not known yet, and calls them.
 * Throws a `RetryAfter` where Slack did not answer about all of them.
 */
export async function assembleAll(
  world: World,
  slack: Slack,
  { incidentId, reason }: { incidentId: string; reason: string },
): Promise<void> {
  const { people, channels } = await assemble(world, incidentId, reason)
  const unknown = { people: people.slice(0, mostAtOnce), channels }
  const { hasLearnt, againAfterMs } = await lookUpUnknown(world, slack, unknown)
  if (hasLearnt) {
    await assemble(world, incidentId, reason)
    await world.db.transaction((tx) => world.jobs.enqueue(tx, joinSpokenInJob, {}))
  }
  if (againAfterMs !== null) throw new RetryAfter(againAfterMs)
}

/** More of the workspace is known, or less: the incidents that look for somebody or something in it look again. */
export async function lookAgain(world: World): Promise<void> {
  await world.db.transaction(async (tx) => {
    const waiting = await incidentsWithGaps(tx)
    const open = (await incidentsByIds(tx, waiting)).filter(isOpen)
    for (const { id: incidentId } of open) {
      // Whoever is found now is called for what called the others.
      const last = (await factsAbout(tx, incidentSubject(incidentId), ['assembly.widened'])).at(-1)
      await world.jobs.enqueue(tx, assembleJob, { incidentId, reason: last?.data.reason ?? 'declared' })
    }
  })
}
