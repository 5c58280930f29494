import { later } from '../../kit/clock.ts'
import type { Effects } from '../facts/index.ts'
import { formLastsMs, formSubject, formTimer } from './form.ts'
import { invitationSubject } from './invitation.ts'

/** The answer to the mention shows who is writing, what was declared from it, what it waits for, and where it happens. */
export const effects: Effects = (fact) => {
  switch (fact.type) {
    case 'incident.declared':
    case 'channel.delayed':
    case 'channel.created':
    // What became private is named there no longer.
    case 'incident.visibility_set':
      return fact.data.invitationId ? [{ do: 'raise', subject: invitationSubject(fact.data.invitationId) }] : []
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
