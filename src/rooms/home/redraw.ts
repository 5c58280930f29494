import { RetryAfter } from '../../kit/jobs/index.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { incidentOf } from '../channel/index.ts'
import type { Effects, World } from '../facts/index.ts'
import { incidentsByIds } from '../incident/index.ts'
import { drawHome } from './draw.ts'
import { redrawHomesJob } from './jobs.ts'
import { homesShowing } from './store.ts'

/** Milliseconds until a home tab is tried again that Slack did not answer for. */
const againMs = 30_000

/** Somebody may have lost the right to know of an incident: it became private, or they are out of it. */
export const effects: Effects = ({ type, subject, data }) => {
  const incidentId = incidentOf(subject)
  const isLost =
    type === 'assembly.excluded' ||
    type === 'assembly.went' ||
    (type === 'incident.visibility_set' && data.to === 'private')
  return isLost && incidentId ? [{ do: 'enqueue', job: redrawHomesJob, data: { incidentId } }] : []
}

/** Draws anew whatever home tab shows a private incident; one that Slack has no time for is tried again. */
export async function redrawHomes(world: World, slack: Slack, incidentId: string): Promise<void> {
  const [incident] = await incidentsByIds(world.db.read, [incidentId])
  if (incident?.visibility !== 'private') return
  for (const userId of await homesShowing(world.db.read, incidentId)) {
    const drawn = await drawHome(world, slack, userId)
    if (drawn.is === 'limited') throw new RetryAfter(Math.max(drawn.retryAfterMs, 1_000))
    if (drawn.is === 'unreached' || drawn.is === 'unsure') throw new RetryAfter(againMs)
  }
}
