import { z } from 'zod'
import { rows, shape } from './rows.ts'
import { differences, type Shape } from './shape.ts'

const row = z.object({ is: z.enum(['answer', 'event']), name: z.string(), shape })

/** Where our own values are no contradiction to what was recorded. */
const nullable: ReadonlySet<string> = new Set([
  'title',
  'submit',
  'close',
  'latest',
  'emoji',
  'icon_url',
  'parent_conversation',
  'deleted_by',
  'channel_actions_ts',
])

/** Payloads of the real Slack (slackapi/java-slack-sdk, json-logs/samples, MIT: LICENSE-java-slack-sdk.md), as shapes. */
const recorded: ReadonlyMap<string, Shape> = new Map(
  rows('recorded.jsonl', row).map((each) => [`${each.is} ${each.name}`, each.shape]),
)

export function isRecorded(is: 'answer' | 'event', name: string): boolean {
  return recorded.has(`${is} ${name}`)
}

/**
 * Holds the types in an answer, or in an event with its envelope, against those that were recorded on the real Slack. What is
 * left out is no matter here: the samples hold every field that was ever seen.
 *
 * @returns one line per field of another type, e.g. `/usergroups/0/user_count: recorded number, got string`.
 */
export function unlikeRecorded(is: 'answer' | 'event', name: string, value: unknown): string[] {
  const known = recorded.get(`${is} ${name}`)
  if (!known) return []
  return differences(known, value).flatMap(({ pointer, expected, got }) => {
    const key = pointer.slice(pointer.lastIndexOf('/') + 1)
    if (got === 'nothing' || (got === 'null' && (nullable.has(key) || key.endsWith('_id')))) return []
    return [`${pointer}: recorded ${expected}, got ${got}`]
  })
}
