import { incidentOf } from '../channel/index.ts'
import type { Consequence, Effects } from '../facts/index.ts'
import { nextReminding, remindersOf } from '../settings/index.ts'
import { actionSubject, gapsTimer, remindTimer } from './action.ts'
import { keepAskingAboutGaps } from './ask-about-gaps.ts'
import { keepBoard } from './board.ts'
import { keepPolling } from './issues/poll.ts'
import { followActionJob, syncIncidentJob, syncIssueJob, takeUpActionJob } from './jobs.ts'

/**
 * What is marked becomes an action item as soon as it is read. A day sets the next reminder, and whatever closes the item takes
 * it back; what is missing is asked for.
 */
export const effects: Effects = (fact, settings) => [
  ...inSlack(fact, settings),
  ...onGitHub(fact, settings),
  ...ofAll(fact, settings),
]

/** What looks after all items together stands while there are any. */
const ofAll: Effects = ({ type }) => {
  switch (type) {
    case 'actions.added':
    case 'actions.reopened':
    case 'actions.done':
    case 'actions.waived':
    case 'actions.removed':
      return [
        { do: 'keep-timer', keep: keepBoard },
        { do: 'keep-timer', keep: keepPolling },
      ]
    default:
      return []
  }
}

/** Whatever becomes of an item or of its incident is followed by its issue. */
const onGitHub: Effects = (fact, { github, actions }) => {
  if (!github || actions.issues === 'off') return []
  const incidentId = incidentOf(fact.subject)
  switch (fact.type) {
    case 'actions.added':
    case 'actions.changed':
    case 'actions.done':
    case 'actions.waived':
    case 'actions.reopened':
    case 'actions.removed':
    case 'actions.conflict_settled':
      return [{ do: 'enqueue', job: syncIssueJob, data: { actionId: fact.data.id } }]
    case 'incident.recovered':
    case 'incident.visibility_set':
    case 'incident.kind_set':
    case 'publishing.opened':
    case 'publishing.tried_again':
    case 'publishing.withdrawn':
      return incidentId ? [{ do: 'enqueue', job: syncIncidentJob, data: { incidentId } }] : []
    default:
      return []
  }
}

const inSlack: Effects = (fact, settings) => {
  const askAboutGaps = (): Consequence => ({
    do: 'set-timer',
    subject: fact.subject,
    kind: gapsTimer,
    dueAt: nextReminding(settings, fact.at),
  })
  const remind = ({ id, owner, dueOn }: { id: string; owner: string | null; dueOn: string | null }): Consequence[] => {
    const next = dueOn ? remindersOf(dueOn, settings).find(({ at }) => at > fact.at) : undefined
    const timer = { subject: actionSubject(id), kind: remindTimer }
    return [
      next ? { do: 'set-timer', ...timer, dueAt: next.at } : { do: 'cancel-timer', ...timer },
      ...(owner && dueOn ? [] : [askAboutGaps()]),
    ]
  }
  switch (fact.type) {
    case 'record.marked':
      return fact.data.kind === 'action' ? aboutMessage(takeUpActionJob, fact.subject, fact.data) : []
    case 'record.read':
      return aboutMessage(takeUpActionJob, fact.subject, fact.data)
    case 'record.edited':
    case 'record.forgotten':
      return aboutMessage(followActionJob, fact.subject, fact.data)
    case 'incident.recovered':
      return [{ do: 'keep-timer', keep: keepAskingAboutGaps(fact.subject) }]
    case 'incident.cancelled':
    case 'incident.merged':
      return [{ do: 'cancel-timer', subject: fact.subject, kind: gapsTimer }]
    case 'actions.added':
    case 'actions.changed':
    case 'actions.reopened':
      return remind(fact.data)
    case 'actions.done':
    case 'actions.waived':
    case 'actions.removed':
      return [{ do: 'cancel-timer', subject: actionSubject(fact.data.id), kind: remindTimer }]
    default:
      return []
  }
}

function aboutMessage(
  job: typeof takeUpActionJob,
  subject: string,
  { channel: channelId, ts }: { channel: string; ts: string },
): Consequence[] {
  const incidentId = incidentOf(subject)
  return incidentId ? [{ do: 'enqueue', job, data: { incidentId, channelId, ts } }] : []
}
