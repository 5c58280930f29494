import type { Reader } from '../../kit/db/index.ts'
import type { Origin } from '../incident/index.ts'
import { invitationById } from './store.ts'

/** The mention that an answer was given to; null without one. */
export async function originOfInvitation(reader: Reader, invitationId: string | undefined): Promise<Origin | null> {
  const invitation = invitationId ? await invitationById(reader, invitationId) : undefined
  return invitation
    ? { channelId: invitation.channelId, ts: invitation.mentionTs, threadTs: invitation.threadTs }
    : null
}
