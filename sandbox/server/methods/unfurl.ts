import { refuse } from '../refusal.ts'
import { isObject } from '../workspace/json.ts'
import { showLinks } from '../workspace/messages.ts'
import type { Call, Methods } from './call.ts'

/**
 * What an app shows of a link that somebody has posted. Source of the errors: docs.slack.dev/reference/methods/chat.unfurl. Of a link that is
 * still being composed (`source: composer`) nothing is known here.
 */
function unfurl(call: Call) {
  const { workspace, args, actor } = call
  if (!args.has('channel')) refuse(args.has('unfurl_id') ? 'invalid_unfurl_id' : 'missing_channel')
  if (!args.has('ts')) refuse('missing_ts')
  if (!args.has('unfurls')) refuse('missing_unfurls')
  const unfurls = args.json('unfurls')
  if (!isObject(unfurls)) refuse('invalid_unfurls_format')
  const channel = workspace.channels.kept.get(args.text('channel'))
  if (!channel?.members.has(actor.id)) refuse('cannot_find_channel')
  const message = channel.messages.get(args.text('ts')) ?? refuse('cannot_find_message')
  const shown = Object.entries(unfurls).map(([url, content]) => {
    if (!message.text.replace(/&amp;/g, '&').includes(url)) refuse('cannot_unfurl_url')
    if (!isObject(content)) refuse('cannot_parse_attachment')
    return { from_url: url, original_url: url, app_unfurl_url: url, is_app_unfurl: true, ...content }
  })
  showLinks(workspace, channel, message, shown)
  return {}
}

export const unfurls: Methods = { 'chat.unfurl': unfurl }
