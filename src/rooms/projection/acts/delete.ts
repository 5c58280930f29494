import { type ActOf, mapDone, type Performer, type Scene, standsAt } from '../performer.ts'

const takeAway = async ({ channel, ts }: ActOf<'delete'>, { slack, lane }: Scene) =>
  mapDone(await slack.call('chat.delete', { channel, ts }, { lane }), () => ({ channelId: channel, ts: null, ref: ts }))

/** A message of ours that must not be read any more. Gone already is as good: the port takes it as done. */
export const remove: Performer<ActOf<'delete'>> = {
  make: takeAway,
  look: takeAway,
  renew: async ({ channel }) => standsAt({ channelId: channel }),
}
