import { z } from 'zod'
import { type ActionItem, actionsOf, isIssueStuck } from '../actions/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { verb } from '../incident/index.ts'
import { isLasting, type Publication } from './publication.ts'
import { publicationOf } from './store.ts'

/** Whether something of an incident waits outside until somebody has put it right: its postmortem, or an action item's issue. */
export const isStuck = (publication: Publication | undefined, actions: readonly ActionItem[]): boolean =>
  (publication !== undefined && isLasting(publication)) || actions.some(isIssueStuck)

/** Somebody has put right what kept the postmortem or an issue from its place: all that waits for it is tried at once. */
export const tryAgain = verb({
  name: 'try-again',
  input: z.strictObject({}),
  right: 'respond',
  async change({ tx, incident }) {
    const [publication, actions] = [await publicationOf(tx, incident.id), await actionsOf(tx, incident.id)]
    const isWaiting = publication?.error || actions.some(({ issueError }) => issueError)
    if (!isWaiting) throw new Refusal('nothing-waits-outside')
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'publishing.tried_again', data: {} }],
      result: undefined,
    }
  },
})
