import { type ActOf, mapDone, type Performer, type Scene, standsAt } from '../performer.ts'

/**
 * Having reacted already is as good: Slack says so, and the port takes it as done. The message is somebody else's: were its
 * `ts` kept, it would be taken for one of ours.
 */
const put = async ({ channel, ts, name }: ActOf<'react'>, scene: Scene) =>
  mapDone(await scene.slack.call('reactions.add', { channel, timestamp: ts, name }, { lane: scene.lane }), () => ({
    channelId: channel,
    ts: null,
    ref: null,
  }))

/** A small sign under somebody's message that the bot has seen it. */
export const react: Performer<ActOf<'react'>> = {
  make: put,
  look: put,
  renew: async ({ channel }) => standsAt({ channelId: channel }),
}
