import type { Effects } from '../facts/index.ts'
import { invitationSubject } from './invitation.ts'

/** The answer to the mention shows what was declared from it, and where. */
export const effects: Effects = (fact) =>
  (fact.type === 'incident.declared' || fact.type === 'channel.created') && fact.data.invitationId
    ? [{ do: 'raise', subject: invitationSubject(fact.data.invitationId) }]
    : []
