import type { Reader, Tx } from '../../kit/db/index.ts'
import type { Invitation } from './invitation.ts'

/** Writes down a mention to be answered; false when it is being answered already. */
export async function insertInvitation(tx: Tx, invitation: Invitation): Promise<boolean> {
  const row = await tx
    .insertInto('invitations')
    .values({
      id: invitation.id,
      channel_id: invitation.channelId,
      mention_ts: invitation.mentionTs,
      thread_ts: invitation.threadTs,
      asked_by: invitation.askedBy,
      asked_at: invitation.askedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function invitationById(reader: Reader, id: string): Promise<Invitation | undefined> {
  const row = await reader.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      channelId: row.channel_id,
      mentionTs: row.mention_ts,
      threadTs: row.thread_ts,
      askedBy: row.asked_by,
      askedAt: row.asked_at,
    }
  )
}
