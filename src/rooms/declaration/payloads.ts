import { z } from 'zod'
import type { FieldValue } from '../../kit/block-kit/index.ts'
import type { DeclareInput } from '../incident/index.ts'

/** What Slack says of a mention. */
export const mention = z.object({
  text: z.string().default(''),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
})

/** Where the message of a message shortcut stands. */
export const messageShortcutKey = z.object({ ts: z.string(), thread_ts: z.string().optional() })

const metadata = z.object({
  invitation: z.string().optional(),
  origin: z.object({ channelId: z.string(), ts: z.string(), threadTs: z.string().nullable() }).optional(),
})

/** What the form carries along unseen. */
export const readMetadata = (privateMetadata: string): z.infer<typeof metadata> =>
  metadata.parse(JSON.parse(privateMetadata || '{}'))

/** The form's answers as the verb wants them; the verb checks them. */
export function readForm(answers: Readonly<Record<string, FieldValue>>): DeclareInput {
  const text = (id: string) => (typeof answers[id] === 'string' ? answers[id] : undefined)
  const seconds = answers.detected_at
  return {
    service: text('service') ?? '',
    summary: text('summary') ?? '',
    urgency: text('urgency'),
    types: (Array.isArray(answers.type) ? answers.type : []) as DeclareInput['types'],
    kind: (text('kind') ?? 'real') as DeclareInput['kind'],
    visibility: (text('visibility') ?? 'public') as DeclareInput['visibility'],
    detectedAt: typeof seconds === 'number' ? new Date(seconds * 1000) : null,
    detectedBy: text('detected_by') as DeclareInput['detectedBy'],
  }
}
