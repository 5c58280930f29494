import type { IncomingMessage } from 'node:http'
import { isObject, type Json } from '../workspace/json.ts'

/** Slack takes a few megabytes at most; whatever is larger is cut off here. */
const largest = 8 * 1024 * 1024

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > largest) throw new Error('body too large')
    chunks.push(chunk)
  }
  return chunks.length === 1 ? String(chunks[0]) : Buffer.concat(chunks).toString('utf8')
}

/** What a call's body says, or Slack's error for a body it cannot read. */
export function decodeBody(contentType: string, body: string): { fields: Json } | { error: string } {
  if (body === '') return { fields: {} }
  if (contentType.includes('application/json')) {
    try {
      const value: unknown = JSON.parse(body)
      return isObject(value) ? { fields: value } : { error: 'json_not_object' }
    } catch {
      return { error: 'invalid_json' }
    }
  }
  if (contentType.includes('multipart/form-data')) return { error: 'invalid_form_data' }
  return { fields: Object.fromEntries(new URLSearchParams(body)) }
}
