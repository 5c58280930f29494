import type { Outcome } from '../../../kit/slack/index.ts'
import { type ActOf, mapDone, nowhere, type Performer, type Scene, type Standing, standsAt } from '../performer.ts'
import { mostSkewMs } from '../skew.ts'

/** A name's letters and digits: what is left of it when Slack changes marks, spaces and capitals. */
const lettersOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')

/**
 * Looks for a channel of this name, or of what Slack may have made of it, that the bot itself made since the intent: only where
 * the bot is a member is listed, and a creator is a member at once. The name is reserved by this incident, so nobody else's can
 * be meant.
 */
async function find(act: ActOf<'create-channel'>, scene: Scene, since: Date): Promise<Outcome<Standing | null>> {
  const me = await scene.slack.call('auth.test', {}, { lane: scene.lane })
  if (me.is !== 'done') return me
  const earliest = Math.floor((since.getTime() - mostSkewMs) / 1000)
  const types = act.isPrivate ? 'private_channel' : 'public_channel'
  const args = { types, exclude_archived: true, limit: 999 }
  for await (const page of scene.slack.pages('users.conversations', args, { lane: scene.lane })) {
    if (page.is !== 'done') return page
    const made = page.value.channels.filter(
      ({ creator, created }) => creator === me.value.user_id && (created ?? 0) >= earliest,
    )
    const ours =
      made.find(({ name }) => name === act.name) ??
      made.find(({ name }) => name !== undefined && lettersOf(name) === lettersOf(act.name))
    if (ours) return standsAt({ channelId: ours.id, ref: ours.name ?? null })
  }
  return { is: 'done', value: null }
}

/** Makes the channel of an incident; `ref` is what Slack calls it. A refused name goes back to the room, which reserves another. */
export const createChannel: Performer<ActOf<'create-channel'>> = {
  async make(act, scene) {
    const args = { name: act.name, is_private: act.isPrivate }
    const made = await scene.slack.call('conversations.create', args, { lane: scene.lane })
    return mapDone(made, ({ channel }) => ({ ...nowhere, channelId: channel.id, ref: channel.name }))
  },
  look: find,
}
