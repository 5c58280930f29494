import type { IncomingMessage, ServerResponse } from 'node:http'
import { checkMessage } from '../block-kit/index.ts'
import { decodeBody, readBytes } from './api/body.ts'
import type { Interactivity } from './interactivity/interactivity.ts'
import { Refusal } from './refusal.ts'
import { appSettings } from './seed/app.ts'
import { isObject, type Json, textOf } from './workspace/json.ts'
import { postByWebhook } from './workspace/messages.ts'
import type { Draft, StoredChannel } from './workspace/types.ts'
import type { Workspace } from './workspace/workspace.ts'

/** Slack answers webhooks in plain words. Source: docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
class Turned extends Error {
  readonly status: number
  constructor(status: number, error: string) {
    super(error)
    this.status = status
  }
}

/**
 * The address of the app's incoming webhook of a channel (by id or name), which needs no token:
 * `http://127.0.0.1:<port>/services/<team>/<bot>/<channel>`.
 */
export function webhookUrl({ url, team }: Workspace, channel: string): string {
  return `${url}/services/${team.id}/${appSettings.botId}/${encodeURIComponent(channel)}`
}

function placeOf(workspace: Workspace, path: string): StoredChannel {
  const [team, bot, named = '', more] = path.slice('/services/'.length).split('/')
  if (team !== workspace.team.id) throw new Turned(404, 'no_team')
  if (bot !== appSettings.botId || more !== undefined) throw new Turned(404, 'no_service')
  const channel = workspace.channel(named) ?? workspace.channelByName(decodeURIComponent(named))
  if (!channel) throw new Turned(404, 'channel_not_found')
  if (channel.is_archived) throw new Turned(410, 'channel_is_archived')
  return channel
}

async function payloadOf(request: IncomingMessage): Promise<Json> {
  const type = request.headers['content-type'] ?? ''
  const body = await readBytes(request)
  const form = type.includes('form') ? await decodeBody(type, body) : undefined
  const text = form === undefined ? String(body) : 'fields' in form ? textOf(form.fields.payload) : ''
  try {
    const payload: unknown = JSON.parse(text)
    if (isObject(payload)) return payload
  } catch {
    // Said below, as of what is JSON and no object.
  }
  throw new Turned(400, 'invalid_payload')
}

function draftOf(workspace: Workspace, payload: Json): Draft {
  const problems = checkMessage(payload, { blocksText: workspace.blocksText })
  const [first] = problems
  const why = problems.map(({ message }) => message)
  if (first) throw new Refusal(first.error, { response_metadata: { messages: why } })
  const { blocks, attachments, username, icon_emoji, thread_ts } = payload
  return {
    text: textOf(payload.text).replace(/&(?!(amp|lt|gt);)/g, '&amp;'),
    unfurl_links: payload.unfurl_links === true,
    ...(Array.isArray(blocks) ? { blocks } : {}),
    ...(Array.isArray(attachments) ? { attachments } : {}),
    ...(typeof username === 'string' ? { username } : {}),
    ...(typeof icon_emoji === 'string' ? { icons: { emoji: icon_emoji } } : {}),
    ...(typeof thread_ts === 'string' ? { thread_ts } : {}),
  }
}

/** Takes what is sent to an incoming webhook, and answers `ok` or what is wrong with it. */
export async function receiveWebhook(
  app: Interactivity,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const say = (status: number, text: string) => {
    response.writeHead(status, { 'content-type': 'text/html' })
    response.end(text)
  }
  try {
    const channel = placeOf(app.workspace, url.pathname)
    if (request.method !== 'POST') throw new Turned(400, 'invalid_payload')
    postByWebhook(app.workspace, channel, draftOf(app.workspace, await payloadOf(request)))
    say(200, 'ok')
  } catch (error) {
    if (error instanceof Turned) return say(error.status, error.message)
    if (!(error instanceof Refusal)) throw error
    app.tellRefused(`incoming webhook: ${error.error}`, error)
    say(400, error.error)
  }
}
