import type { IncomingMessage } from 'node:http'
import { isObject, type Json } from '../workspace/json.ts'

/** Slack takes a few megabytes at most; whatever is larger is cut off here. */
const largest = 8 * 1024 * 1024

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > largest) throw new Error('body too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export async function readBody(request: IncomingMessage): Promise<string> {
  return String(await readBytes(request))
}

export type Decoded = { fields: Json } | { error: string }

/** What a call's body says, or Slack's error for a body it cannot read. */
export async function decodeBody(contentType: string, body: Buffer): Promise<Decoded> {
  if (body.length === 0) return { fields: {} }
  if (contentType.includes('application/json')) return decodeJson(String(body))
  if (contentType.includes('multipart/form-data')) return decodeMultipart(contentType, body)
  return { fields: Object.fromEntries(new URLSearchParams(String(body))) }
}

function decodeJson(text: string): Decoded {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? { fields: value } : { error: 'json_not_object' }
  } catch {
    return { error: 'invalid_json' }
  }
}

/** The plain fields of a form in parts, as SDKs send one beside files; no method takes a file itself any longer. */
async function decodeMultipart(contentType: string, body: Buffer): Promise<Decoded> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
    return { fields: Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) }
  } catch {
    return { error: 'invalid_form_data' }
  }
}
