import { refuse } from '../refusal.ts'
import { isObject } from '../workspace/json.ts'
import { unfurled } from '../workspace/links.ts'
import { showLinks } from '../workspace/messages.ts'
import type { StoredChannel } from '../workspace/types.ts'
import type { Call, Methods } from './call.ts'

const isOpen = ({ is_private, is_im, is_mpim }: StoredChannel): boolean => !is_private && !is_im && !is_mpim

/** The message that `unfurl_id` is of, where it stands in place of a channel and a ts. */
function handleOf({ args }: Call): { channel: string; ts: string } {
  if (!args.has('unfurl_id')) refuse('missing_channel')
  return unfurled(args.text('unfurl_id')) ?? refuse('invalid_unfurl_id')
}

/**
 * What an app shows of a link that somebody has posted. Source of the errors: docs.slack.dev/reference/methods/chat.unfurl. Of a link that is
 * still being composed (`source: composer`) nothing is known here.
 */
function unfurl(call: Call) {
  const { workspace, args, actor } = call
  const named = args.has('channel') ? undefined : handleOf(call)
  if (!named && !args.has('ts')) refuse('missing_ts')
  if (!args.has('unfurls')) refuse('missing_unfurls')
  const unfurls = args.json('unfurls')
  if (!isObject(unfurls)) refuse('invalid_unfurls_format')
  const channel = workspace.channels.kept.get(named?.channel ?? args.text('channel'))
  // Links in public channels are told of, and shown, without the bot being there.
  if (!channel || !(channel.members.has(actor.id) || isOpen(channel))) refuse('cannot_find_channel')
  const message = channel.messages.get(named?.ts ?? args.text('ts')) ?? refuse('cannot_find_message')
  const shown = Object.entries(unfurls).map(([url, content]) => {
    if (!message.text.replace(/&amp;/g, '&').includes(url)) refuse('cannot_unfurl_url')
    if (!isObject(content)) refuse('cannot_parse_attachment')
    return { from_url: url, original_url: url, app_unfurl_url: url, is_app_unfurl: true, ...content }
  })
  showLinks(workspace, channel, message, shown)
  return {}
}

export const unfurls: Methods = { 'chat.unfurl': unfurl }
