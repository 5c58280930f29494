import { type ActOf, mapDone, type Performer, type Scene, standsAt } from '../performer.ts'

/** The bookmark that another slot made is taken away. Gone already is as good, and so is one that never stood. */
const takeAway = async ({ channel, of }: ActOf<'remove-bookmark'>, { slack, lane, standing }: Scene) => {
  const ref = standing(of)?.ref
  if (!ref) return standsAt({ channelId: channel })
  const removed = await slack.call('bookmarks.remove', { channel_id: channel, bookmark_id: ref }, { lane })
  return mapDone(removed, () => ({ channelId: channel, ts: null, ref }))
}

export const removeBookmark: Performer<ActOf<'remove-bookmark'>> = { make: takeAway, look: takeAway }
