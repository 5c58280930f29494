import { finishedWithin } from '../../kit/patience.ts'
import type { Slack } from '../../kit/slack/index.ts'
import type { Membership } from '../facts/index.ts'

/** Slack recommends no more than 1000 in one answer: https://docs.slack.dev/reference/methods/conversations.members */
const pageSize = 999
/** Of a channel with more members than these pages hold nobody waits for the rest: a form is to be answered in 3 s. */
const mostPages = 30

/** Slack's words for a channel that the bot cannot see: whoever is in it has not brought the bot there. */
const unseen: ReadonlySet<string> = new Set(['channel_not_found', 'not_in_channel', 'access_denied', 'is_archived'])

/** A form is to be answered in 3 s, and the verb is done after this. In milliseconds. */
const longestLookMs = 2_000

/** Asks Slack who is in a channel, so that nobody acts on one that they could not read. */
export const createMembership =
  (slack: Slack): Membership =>
  async (channelId, userId) => {
    const found = look(slack, channelId, userId)
    return (await finishedWithin(longestLookMs, found)) ? found : 'unknown'
  }

async function look(slack: Slack, channelId: string, userId: string): ReturnType<Membership> {
  let pages = 0
  const args = { channel: channelId, limit: pageSize }
  for await (const page of slack.pages('conversations.members', args, { lane: 'person' })) {
    if (page.is !== 'done') return page.is === 'refused' && unseen.has(page.error) ? 'out' : 'unknown'
    if (page.value.members.includes(userId)) return 'in'
    if (++pages === mostPages) return 'unknown'
  }
  return 'out'
}
