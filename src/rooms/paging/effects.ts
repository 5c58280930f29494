import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { incidentOf } from '../channel/index.ts'
import type { Consequence, Effects, World } from '../facts/index.ts'
import { settlePagesJob } from './jobs.ts'
import type { PageCause } from './page.ts'

/** Slack had its chance to make the channel, to which a page leads: the page does not wait for it any longer. */
export const channelOverdueTimer = 'paging.channel_overdue'
/** In milliseconds. */
const waitForChannelMs = 15_000

const causes: Readonly<Record<string, PageCause>> = {
  'channel.created': 'policy',
  'incident.level_set': 'policy',
  'incident.type_set': 'policy',
  'incident.kind_set': 'policy',
  'incident.visibility_set': 'policy',
  'incident.reopened': 'policy',
  'roles.vacancy_nudged': 'nobody-leads',
  'roles.tier_called': 'nobody-leads',
  'roles.handler_taken': 'handler',
  'incident.recovered': 'over',
  'incident.completed': 'over',
  'incident.cancelled': 'over',
  'incident.merged': 'over',
}

/** Whatever the policy asks about, who leads, and the end: each may be news for a pager. Without pagers nothing is. */
export const effects: Effects = (fact, settings) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId || Object.keys(settings.pagers).length === 0) return []
  if (fact.type === 'incident.declared') {
    const dueAt = later(fact.at, waitForChannelMs)
    return [{ do: 'set-timer', subject: fact.subject, kind: channelOverdueTimer, dueAt }]
  }
  const cause = causes[fact.type]
  if (!cause) return []
  const settle: Consequence = { do: 'enqueue', job: settlePagesJob, data: { incidentId, cause } }
  if (fact.type !== 'channel.created' && cause !== 'over') return [settle]
  return [settle, { do: 'cancel-timer', subject: fact.subject, kind: channelOverdueTimer }]
}

/** The channel has not come in time. Where it has, there is nothing left to send. */
export async function pageWithoutChannel(world: World, tx: Tx, subject: string): Promise<void> {
  const incidentId = incidentOf(subject)
  if (incidentId) await world.jobs.enqueue(tx, settlePagesJob, { incidentId, cause: 'policy' })
}
