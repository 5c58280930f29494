import { later } from '../../kit/clock.ts'
import { incidentOf } from '../channel/index.ts'
import type { Effects } from '../facts/index.ts'
import { formLastsMs, formSubject, formTimer } from './form.ts'
import { invitationSubject } from './invitation.ts'
import { followInvitationsJob, unlinkInvitationsJob } from './jobs.ts'

/** The answer to the mention shows who is writing, what was declared from it, what it waits for, and where it happens. */
export const effects: Effects = (fact) => {
  switch (fact.type) {
    case 'incident.declared':
    case 'channel.delayed':
    case 'channel.created':
    // What became private is named there no longer.
    case 'incident.visibility_set':
      return fact.data.invitationId ? [{ do: 'raise', subject: invitationSubject(fact.data.invitationId) }] : []
    // The facts do not say which mentions: whoever asked there reads how it ended.
    case 'incident.recovered':
    case 'incident.reopened':
    case 'incident.completed':
    case 'incident.merged':
    case 'incident.cancelled': {
      const incidentId = incidentOf(fact.subject)
      return incidentId ? [{ do: 'enqueue', job: followInvitationsJob, data: { incidentId } }] : []
    }
    case 'assembly.unlinked': {
      const { channel, threadTs } = fact.data
      const incidentId = incidentOf(fact.subject)
      if (!threadTs || !incidentId) return []
      return [{ do: 'enqueue', job: unlinkInvitationsJob, data: { incidentId, channelId: channel, threadTs } }]
    }
    case 'invitation.form_opened':
      return [
        {
          do: 'set-timer',
          subject: formSubject(fact.data.viewId),
          kind: formTimer,
          dueAt: later(fact.at, formLastsMs),
        },
      ]
    case 'invitation.form_closed':
      return [{ do: 'cancel-timer', subject: formSubject(fact.data.viewId), kind: formTimer }]
    default:
      return []
  }
}
