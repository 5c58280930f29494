import type { Failure, Outcome } from '../../../kit/slack/index.ts'
import { type ActOf, mapDone, type Performer, type Scene, standsAt } from '../performer.ts'

async function permalink(act: ActOf<'bookmark'>, scene: Scene): Promise<Outcome<string> | Failure> {
  if (scene.isGone(act.to)) return { is: 'refused', error: 'message_not_found' }
  const to = scene.standing(act.to)
  if (!to?.channelId || !to.ts) return { is: 'unreached', reason: `${act.to} does not stand` }
  const args = { channel: to.channelId, message_ts: to.ts }
  return mapDone(await scene.slack.call('chat.getPermalink', args, { lane: scene.lane }), (value) => value.permalink)
}

/** A bookmark at the top of the channel that leads to another slot's message. */
export const bookmark: Performer<ActOf<'bookmark'>> = {
  async make(act, scene) {
    const link = await permalink(act, scene)
    if (link.is !== 'done') return link
    const made = await scene.slack.call(
      'bookmarks.add',
      { channel_id: act.channel, title: act.title, type: 'link', link: link.value, emoji: act.emoji },
      { lane: scene.lane },
    )
    return mapDone(made, (value) => ({ channelId: act.channel, ts: null, ref: value.bookmark.id }))
  },
  async look(act, scene) {
    const link = await permalink(act, scene)
    if (link.is !== 'done') return link
    const listed = await scene.slack.call('bookmarks.list', { channel_id: act.channel }, { lane: scene.lane })
    if (listed.is !== 'done') return listed
    const ours = listed.value.bookmarks.find((each) => each.link === link.value)
    return ours ? standsAt({ channelId: act.channel, ref: ours.id }) : { is: 'done', value: null }
  },
  async renew(act, scene, row) {
    if (!row.ref) return { is: 'unreached', reason: 'the bookmark is unknown' }
    const args = { channel_id: act.channel, bookmark_id: row.ref, title: act.title, emoji: act.emoji }
    const edited = await scene.slack.call('bookmarks.edit', args, { lane: scene.lane })
    return mapDone(edited, () => ({ channelId: act.channel, ts: null, ref: row.ref }))
  },
}
