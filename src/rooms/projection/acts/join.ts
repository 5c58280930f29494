import { type ActOf, mapDone, type Performer, type Scene, standsAt } from '../performer.ts'

/** The bot goes back into a public channel from which archiving took it. Being there already is as good. */
const enter = async ({ channel }: ActOf<'join'>, scene: Scene) =>
  mapDone(await scene.slack.call('conversations.join', { channel }, { lane: scene.lane }), () => ({
    channelId: channel,
    ts: null,
    ref: null,
  }))

export const join: Performer<ActOf<'join'>> = {
  make: enter,
  look: enter,
  renew: async ({ channel }) => standsAt({ channelId: channel }),
}
