import { fitMessage } from '../../../kit/block-kit/index.ts'
import { type ActOf, mapDone, type Performer, standsAt } from '../performer.ts'

/** A message that one person sees in a channel. There is nothing to look for and nothing to edit afterwards. */
export const ephemeral: Performer<ActOf<'ephemeral'>> = {
  async make({ channel, user, threadTs, content }, scene) {
    const args = { channel, user, ...fitMessage(content), ...(threadTs ? { thread_ts: threadTs } : {}) }
    const shown = await scene.slack.call('chat.postEphemeral', args, { lane: scene.lane })
    // Slack shows it only to a client that is open: what matters goes out as a direct message as well.
    if (shown.is === 'refused' && shown.error === 'user_not_in_channel') return standsAt({ channelId: channel })
    return mapDone(shown, () => ({
      channelId: channel,
      ts: null,
      ref: null,
    }))
  },
  look: async () => ({ is: 'done', value: null }),
  renew: async ({ channel }) => standsAt({ channelId: channel }),
}
