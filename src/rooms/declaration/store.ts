import type { Selectable } from 'kysely'
import type { Reader, Schema, Tx } from '../../kit/db/index.ts'
import type { OpenForm } from './form.ts'
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

/** Whether whoever speaks was answered in this thread, or in this channel since a moment. */
export async function wasAnswered(
  reader: Reader,
  { channel, threadTs, by }: { channel: string; threadTs: string | null; by: string },
  since: Date,
): Promise<boolean> {
  const row = await reader
    .selectFrom('invitations')
    .select('id')
    .where('channel_id', '=', channel)
    .where('asked_by', '=', by)
    .where(({ eb, or }) =>
      or([
        eb('asked_at', '>', since),
        ...(threadTs === null ? [] : [eb('thread_ts', '=', threadTs), eb('mention_ts', '=', threadTs)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The answers to mentions in a thread, or to the mention that it stands under. */
export async function invitationsOfThread(reader: Reader, channelId: string, threadTs: string): Promise<Invitation[]> {
  const rows = await reader
    .selectFrom('invitations')
    .selectAll()
    .where('channel_id', '=', channelId)
    .where(({ eb, or }) => or([eb('thread_ts', '=', threadTs), eb('mention_ts', '=', threadTs)]))
    .execute()
  return rows.map(invitationFrom)
}

export async function invitationById(reader: Reader, id: string): Promise<Invitation | undefined> {
  const row = await reader.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirst()
  return row && invitationFrom(row)
}

const invitationFrom = (row: Selectable<Schema['invitations']>): Invitation => ({
  id: row.id,
  channelId: row.channel_id,
  mentionTs: row.mention_ts,
  threadTs: row.thread_ts,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
})

/** Notes that somebody has the form open; false when that is known. */
export async function insertForm(tx: Tx, form: OpenForm, at: Date): Promise<boolean> {
  const row = await tx
    .insertInto('declare_forms')
    .values({ view_id: form.viewId, invitation_id: form.invitationId, user_id: form.userId, opened_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('view_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The form is no longer open; undefined when nobody knew of it. */
export async function deleteForm(tx: Tx, viewId: string): Promise<OpenForm | undefined> {
  const row = await tx.deleteFrom('declare_forms').where('view_id', '=', viewId).returningAll().executeTakeFirst()
  return row && { viewId: row.view_id, invitationId: row.invitation_id, userId: row.user_id }
}

/** Forms that are open for one answer to a mention, the first opened first. */
export async function formsOf(reader: Reader, invitationId: string): Promise<OpenForm[]> {
  const rows = await reader
    .selectFrom('declare_forms')
    .selectAll()
    .where('invitation_id', '=', invitationId)
    .orderBy('opened_at')
    .orderBy('view_id')
    .execute()
  return rows.map((row) => ({ viewId: row.view_id, invitationId: row.invitation_id, userId: row.user_id }))
}
