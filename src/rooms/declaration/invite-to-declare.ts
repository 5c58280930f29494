import { later } from '../../kit/clock.ts'
import { commit, person, unchanged, type World } from '../facts/index.ts'
import { invitationSubject } from './invitation.ts'
import { insertInvitation, wasAnswered } from './store.ts'

/** An app that mentions the bot again within this time, in milliseconds, may be answering the answer. */
const appRestMs = 10 * 60_000

/** Somebody mentioned the bot: they get the button. The same mention, told twice by Slack, is answered once; so is an app in one thread, and in one channel for a while. */
export async function inviteToDeclare(
  world: World,
  mention: { channel: string; ts: string; threadTs: string | null; by: string },
  who: 'a person' | 'an app' = 'a person',
): Promise<void> {
  await commit(world, person(mention.by), async (tx, now) => {
    const lately = later(now, -appRestMs)
    if (who === 'an app' && (await wasAnswered(tx, mention, lately))) return unchanged(undefined)
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
