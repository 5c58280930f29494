import { fitMessage } from '../../kit/block-kit/index.ts'
import { RetryAfter } from '../../kit/jobs/index.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { localeOfPerson } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { linkPath } from './link.ts'
import { linkMessage } from './messages.ts'
import { linkById } from './store.ts'

/** Milliseconds until Slack is asked again where it did not answer. */
const againMs = 2_000

/** Writes the link to whoever is to open it, as long as they still can. Sent twice after a crash it is the same link. */
export async function sendLink(world: World, slack: Slack, id: string): Promise<void> {
  const link = await linkById(world.db.read, id)
  if (!link || link.expiresAt <= world.clock.now()) return
  const address = world.links.to(linkPath(id), link.expiresAt)
  if (address === undefined) return
  const content = linkMessage(address, await localeOfPerson(world.db.read, link.userId, world.settings().language))
  const args = { channel: link.userId, ...fitMessage(content), unfurl_links: false, unfurl_media: false }
  const sent = await slack.call('chat.postMessage', args, { lane: 'person' })
  if (sent.is === 'limited') throw new RetryAfter(Math.max(sent.retryAfterMs, againMs))
  if (sent.is === 'unreached' || sent.is === 'unsure') throw new RetryAfter(againMs)
  if (sent.is === 'refused') world.log.warn({ error: sent.error }, 'A link to sign in could not be sent')
}
