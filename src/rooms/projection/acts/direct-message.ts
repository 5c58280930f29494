import type { ActOf, Performer } from '../performer.ts'
import { edit, findPosted, post } from './message.ts'

/** A message to one person alone, edited in place when it is living. Opening the conversation twice gives the same one. */
export const directMessage: Performer<ActOf<'direct-message'>> = {
  async make(act, scene) {
    const opened = await scene.slack.call('conversations.open', { users: act.user }, { lane: scene.lane })
    return opened.is === 'done' ? post(opened.value.channel.id, act.content, scene) : opened
  },
  async look(act, scene, since) {
    const opened = await scene.slack.call('conversations.open', { users: act.user }, { lane: scene.lane })
    return opened.is === 'done' ? findPosted(opened.value.channel.id, scene, since) : opened
  },
  renew: ({ content }, scene, row) => edit(content, scene, row),
}
