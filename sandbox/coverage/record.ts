/**
 * Regenerates recorded.jsonl, the types in payloads that were recorded on the real Slack, from a checkout of
 * slackapi/java-slack-sdk (MIT):
 *
 *     node sandbox/coverage/record.ts <its folder json-logs/samples>
 *
 * Takes facts only (names and types). The samples hold every field that was ever seen, each with a value of its type.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { events } from './methods.ts'
import { servedMethods } from './served.ts'
import { shapeOf } from './shape.ts'

/** What a sandbox has not: huddles, assistants, grids; and what is somebody's own content. */
const leftOut: ReadonlySet<string> = new Set([
  'room',
  'assistant_app_thread',
  'enterprise_user',
  'title_blocks',
  'file',
  'files',
  'x_files',
  'blocks',
  'attachments',
  'icons',
  'view',
  'response_metadata',
  'error',
  'needed',
  'provided',
  'warning',
])

function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(pruned)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !leftOut.has(key))
  return Object.fromEntries(kept.map(([key, inner]) => [key, pruned(inner)]))
}

function recorded(is: 'answer' | 'event', name: string, path: string): string[] {
  if (!existsSync(path)) return []
  const sample: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return [JSON.stringify({ is, name, shape: shapeOf(pruned(sample)) })]
}

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: node sandbox/coverage/record.ts <folder json-logs/samples>')
const answers = servedMethods.flatMap((method) => recorded('answer', method, join(folder, 'api', `${method}.json`)))
const told = readdirSync(join(folder, 'events')).flatMap((file) => {
  const name = file
    .replace(/Payload\.json$/, '')
    .replace(/(?<!^)[A-Z]/g, '_$&')
    .toLowerCase()
  const isMessage = name === 'message' || name.startsWith('message_')
  return isMessage || events.has(name) ? recorded('event', name, join(folder, 'events', file)) : []
})
writeFileSync(join(import.meta.dirname, 'recorded.jsonl'), [...answers, ...told].map((line) => `${line}\n`).join(''))
