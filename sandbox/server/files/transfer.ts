import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBytes } from '../api/body.ts'
import { callerOf } from '../api/caller.ts'
import { Refusal } from '../refusal.ts'
import type { StoredFile } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { mimetypeOf } from './wire-file.ts'

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' })
  response.end(text)
}

/** The bytes of a form's file where they came in parts, else the body itself. Slack's SDKs send the latter. */
async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const body = await readBytes(request)
  const type = request.headers['content-type'] ?? ''
  if (!type.includes('multipart/form-data')) return body
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  for (const [, value] of form) if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer())
  return Buffer.alloc(0)
}

/** Takes what an app brings to the address of `files.getUploadURLExternal`, which needs no token. */
export async function receiveUpload(
  workspace: Workspace,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const ticket = url.pathname.split('/').at(-1)
  const file = [...workspace.files.values()].find((each) => each.ticket === ticket)
  if (!file) return say(response, 404, 'There is no such upload.\n')
  const bytes = await bytesOf(request)
  if (bytes.length === 0) return say(response, 400, 'The file is empty.\n')
  file.bytes = bytes.toString('base64')
  file.size = bytes.length
  workspace.fileChanged(file)
  say(response, 200, `OK - ${bytes.length}`)
}

function mayRead(workspace: Workspace, file: StoredFile, token: string): boolean {
  const { actor } = callerOf(workspace, token)
  const shared = file.shares.map(({ channel }) => workspace.channel(channel))
  return (
    file.user === actor.id ||
    (file.in_form === true && actor.bot) ||
    shared.some((channel) => channel && (!channel.is_private || channel.members.has(actor.id)))
  )
}

/** Gives a file to whom may see it: with a token, or to the web client on this machine. */
export async function sendFile(
  workspace: Workspace,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const id = /-(F[A-Z0-9]+)$/.exec(url.pathname.split('/').at(-2) ?? '')?.[1] ?? ''
  const file = workspace.files.get(id)
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const atHome = request.headers['sec-fetch-site'] === 'same-origin'
  try {
    const allowed = file !== undefined && (token === undefined ? atHome : mayRead(workspace, file, token))
    if (!file?.bytes || !allowed) return say(response, file && !allowed ? 403 : 404, 'This file is not to be had.\n')
    const bytes = Buffer.from(file.bytes, 'base64')
    response.writeHead(200, {
      'content-type': mimetypeOf(file.name),
      'content-length': bytes.length,
      // What somebody brought must not run as a page of the sandbox.
      'content-security-policy': 'sandbox',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
    response.end(bytes)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say(response, 403, `${error.error}\n`)
  }
}
