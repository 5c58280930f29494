import type { Outcome } from '../../../kit/slack/index.ts'
import { type ActOf, mapDone, nowhere, type Performer, type Scene, type Standing, standsAt } from '../performer.ts'

/** Clocks of ours and Slack's may differ by this much, in seconds. */
const clockSkew = 120

/**
 * Looks for a channel of this name that the bot itself made since the intent: only where the bot is a member is listed,
 * and a creator is a member at once. The name is reserved by this incident, so nobody else's can be meant.
 */
async function find(act: ActOf<'create-channel'>, scene: Scene, since: Date): Promise<Outcome<Standing | null>> {
  const me = await scene.slack.call('auth.test', {}, { lane: scene.lane })
  if (me.is !== 'done') return me
  const earliest = Math.floor(since.getTime() / 1000) - clockSkew
  const types = act.isPrivate ? 'private_channel' : 'public_channel'
  const args = { types, exclude_archived: true, limit: 999 }
  for await (const page of scene.slack.pages('users.conversations', args, { lane: scene.lane })) {
    if (page.is !== 'done') return page
    const ours = page.value.channels.find(
      (channel) =>
        channel.name === act.name && channel.creator === me.value.user_id && (channel.created ?? 0) >= earliest,
    )
    if (ours) return standsAt({ channelId: ours.id })
  }
  return { is: 'done', value: null }
}

/** Makes the channel of an incident. `name_taken` goes back to the room, which reserves another name. */
export const createChannel: Performer<ActOf<'create-channel'>> = {
  async make(act, scene) {
    const args = { name: act.name, is_private: act.isPrivate }
    const made = await scene.slack.call('conversations.create', args, { lane: scene.lane })
    return mapDone(made, ({ channel }) => ({ ...nowhere, channelId: channel.id }))
  },
  look: find,
}
