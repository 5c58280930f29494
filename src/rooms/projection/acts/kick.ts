import { type ActOf, type Performer, type Scene, standsAt } from '../performer.ts'

/** Slack's words for somebody who is out already. https://docs.slack.dev/reference/methods/conversations.kick */
const out: ReadonlySet<string> = new Set(['not_in_channel', 'user_not_found'])

const takeOut = async ({ channel, user }: ActOf<'kick'>, { slack, lane }: Scene) => {
  const taken = await slack.call('conversations.kick', { channel, user }, { lane })
  if (taken.is === 'done' || (taken.is === 'refused' && out.has(taken.error))) return standsAt({ channelId: channel })
  return taken
}

/** Somebody who may not know of the incident any longer. A second try finds them out. */
export const kick: Performer<ActOf<'kick'>> = { make: takeOut, look: takeOut }
