import { type ActOf, mapDone, type Performer, type Scene, standsAt } from '../performer.ts'

const close = async ({ channel }: ActOf<'archive'>, scene: Scene) =>
  mapDone(await scene.slack.call('conversations.archive', { channel }, { lane: scene.lane }), () => ({
    channelId: channel,
    ts: null,
    ref: null,
  }))

/** The end of a channel, where the bot itself brings it. */
export const archive: Performer<ActOf<'archive'>> = {
  make: close,
  look: close,
  renew: async ({ channel }) => standsAt({ channelId: channel }),
}
