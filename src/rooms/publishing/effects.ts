import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { setTimer } from '../../kit/timers/index.ts'
import { incidentOf } from '../channel/index.ts'
import type { Effects, FactType, KeepTimer, World } from '../facts/index.ts'
import { postmortemOf } from '../postmortem/index.ts'
import { publishJob } from './jobs.ts'
import { publicationOf } from './store.ts'

/** The document is written, or looked after, when it is due: a change waits for the next ones. */
export const publishTimer = 'publishing.publish'

/** What changes nothing in a document, and comes often. */
const noNews: ReadonlySet<FactType> = new Set<FactType>([
  'timekeeper.checkpoint_reached',
  'timekeeper.snoozed',
  'updates.due_soon',
  'updates.overdue',
  'roles.vacancy_nudged',
  'roles.tier_called',
  'paging.requested',
  'paging.delivered',
  'paging.delayed',
  'paging.failed',
  'upkeep.archive_announced',
  'upkeep.archive_put_off',
  'upkeep.archive_due',
  'publishing.opened',
  'publishing.readied',
  'publishing.reviewed',
  'publishing.merged',
  'publishing.closed',
  'publishing.reopened',
  'publishing.edited',
  'publishing.stored',
  'publishing.withdrawn',
  'publishing.failed',
  'publishing.repaired',
  'assistant.switched',
  'assistant.draft_settled',
  'assistant.dismissed',
  // Learnt while it is looked after.
  'postmortem.filled_there',
])

/** The first draft goes out at once, and so does what must no longer be seen; any other change after a moment. */
export const effects: Effects = (fact, { publishing }) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId || (!publishing.public && !publishing.private) || noNews.has(fact.type)) return []
  const hidden = fact.type === 'incident.visibility_set' && fact.data.to === 'private'
  const isPressed = fact.type === 'publishing.tried_again'
  if (fact.type === 'postmortem.drafted' || hidden || isPressed)
    return [{ do: 'enqueue', job: publishJob, data: { incidentId } }]
  return [{ do: 'keep-timer', keep: keepPublishing(incidentId, fact.subject) }]
}

/** Nothing is published before there is a draft, which then goes out with all that was changed before it. */
const keepPublishing =
  (incidentId: string, subject: string): KeepTimer =>
  async (world, tx, now) => {
    const dueAt = later(now, world.settings().publishing.wait)
    if (await isPublishable(tx, incidentId)) await setTimer(tx, { subject, kind: publishTimer, dueAt })
  }

const isPublishable = async (tx: Tx, incidentId: string): Promise<boolean> =>
  (await postmortemOf(tx, incidentId)).draftedAt !== null || (await publicationOf(tx, incidentId)) !== undefined

/** The time has come to look. */
export async function publishInTime(world: World, tx: Tx, subject: string): Promise<void> {
  const incidentId = incidentOf(subject)
  if (incidentId && (await isPublishable(tx, incidentId))) await world.jobs.enqueue(tx, publishJob, { incidentId })
}
