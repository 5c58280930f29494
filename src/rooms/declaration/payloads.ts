import { z } from 'zod'
import type { FieldValue } from '../../kit/block-kit/index.ts'
import { readCarried } from '../../kit/lenient.ts'
import { type DeclareInput, detections } from '../incident/index.ts'
import { incidentKinds, incidentTypes, visibilities } from '../settings/index.ts'

/** Where the message of a message shortcut stands. */
export const messageShortcutKey = z.object({ ts: z.string(), thread_ts: z.string().optional() })

const metadata = z.object({
  invitation: z.string().optional(),
  origin: z.object({ channelId: z.string(), ts: z.string(), threadTs: z.string().nullable() }).optional(),
})

/** What the form carries along unseen. */
export const readMetadata = (privateMetadata: string): z.infer<typeof metadata> =>
  readCarried(metadata, privateMetadata || '{}')

/** Null, or absent, is what was left empty. */
const declareAnswers = z.object({
  service: z.string().nullish(),
  summary: z.string().nullish(),
  urgency: z.string().nullish(),
  level: z.string().nullish(),
  type: z.array(z.enum(incidentTypes)).nullish(),
  kind: z.enum(incidentKinds).nullish(),
  visibility: z.enum(visibilities).nullish(),
  detected_at: z.number().nullish(),
  detected_by: z.enum(detections).nullish(),
})

/** The form's answers as the verb wants them; the verb checks them. Throws a ZodError where one is none that the form offers. */
export function readForm(answers: Readonly<Record<string, FieldValue>>): DeclareInput {
  const { type, detected_at: seconds, detected_by: detectedBy, ...said } = declareAnswers.parse(answers)
  return {
    service: said.service ?? '',
    summary: said.summary ?? '',
    urgency: said.urgency,
    level: said.level,
    types: type ?? [],
    kind: said.kind ?? 'real',
    visibility: said.visibility ?? 'public',
    detectedAt: typeof seconds === 'number' ? new Date(seconds * 1000) : null,
    detectedBy,
  }
}
