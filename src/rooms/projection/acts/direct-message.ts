import type { Outcome } from '../../../kit/slack/index.ts'
import { type ActOf, mapDone, type Performer, type Standing } from '../performer.ts'
import { edit, findPosted, post } from './message.ts'

/** Whose conversation it is: later the message is found by it, if they may not know of it any longer. */
const to = (user: string, posted: Outcome<Standing>) => mapDone(posted, (standing) => ({ ...standing, ref: user }))

/** A message to one person alone, edited in place when it is living. Opening the conversation twice gives the same one. */
export const directMessage: Performer<ActOf<'direct-message'>> = {
  async make(act, scene) {
    const opened = await scene.slack.call('conversations.open', { users: act.user }, { lane: scene.lane })
    return opened.is === 'done' ? to(act.user, await post(opened.value.channel.id, act.content, scene)) : opened
  },
  async look(act, scene, since) {
    const opened = await scene.slack.call('conversations.open', { users: act.user }, { lane: scene.lane })
    if (opened.is !== 'done') return opened
    const found = await findPosted(opened.value.channel.id, scene, since)
    return mapDone(found, (standing) => standing && { ...standing, ref: act.user })
  },
  renew: async ({ user, content }, scene, row) => to(user, await edit(content, scene, row)),
}
