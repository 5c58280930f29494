import { commit, person, unchanged, type World } from '../facts/index.ts'
import { invitationSubject } from './invitation.ts'
import { insertInvitation } from './store.ts'

/** Somebody mentioned the bot: they get the button. The same mention, told twice by Slack, is answered once. */
export async function inviteToDeclare(
  world: World,
  mention: { channel: string; ts: string; threadTs: string | null; by: string },
): Promise<void> {
  await commit(world, person(mention.by), async (tx, now) => {
    const id = world.ids.next('inv')
    const isNew = await insertInvitation(tx, {
      id,
      channelId: mention.channel,
      mentionTs: mention.ts,
      threadTs: mention.threadTs,
      askedBy: mention.by,
      askedAt: now,
    })
    if (!isNew) return unchanged(undefined)
    return {
      facts: [
        {
          subject: invitationSubject(id),
          type: 'invitation.asked',
          data: { channel: mention.channel, mentionTs: mention.ts, threadTs: mention.threadTs },
        },
      ],
      result: undefined,
    }
  })
}
