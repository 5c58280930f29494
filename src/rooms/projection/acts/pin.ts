import { type ActOf, mapDone, type Performer, standsAt } from '../performer.ts'

/** Pins the message of another slot. Pinned already is as good: Slack says so, and the port takes it as done. */
export const pin: Performer<ActOf<'pin'>> = {
  async make(act, scene) {
    // A message that somebody has deleted needs no pin.
    if (scene.isGone(act.of)) return { is: 'refused', error: 'message_not_found' }
    const of = scene.standing(act.of)
    if (!of?.channelId || !of.ts) return { is: 'unreached', reason: `${act.of} does not stand` }
    const args = { channel: of.channelId, timestamp: of.ts }
    return mapDone(await scene.slack.call('pins.add', args, { lane: scene.lane }), () => of)
  },
  look: async () => ({ is: 'done', value: null }),
  renew: async (_act, _scene, row) => standsAt({ channelId: row.channelId, ts: row.ts }),
}
