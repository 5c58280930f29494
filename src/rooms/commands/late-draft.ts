import { z } from 'zod'
import { type Locale, locales } from '../../kit/i18n/index.ts'
import { defineJob } from '../../kit/jobs/index.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { askForDraft, type DraftPurpose, draftPurposes } from '../assistant/index.ts'
import type { Command } from '../faces/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { type Desk, isModelFor } from '../models/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { redraw } from './over-a-form.ts'

/** A form as it was opened; Slack's hash tells whether it was redrawn since. */
const openForm = z.object({
  id: z.string(),
  callback_id: z.string(),
  private_metadata: z.string(),
  hash: z.string().optional(),
})
type OpenForm = z.output<typeof openForm>
type LateDraft = { incidentId: string; purpose: DraftPurpose; language: Locale; by: string; view: OpenForm }

/** Asks a model for what an open form proposes, and draws the form again when it is there. Nobody waits for it. */
export const lateDraftJob = defineJob(
  'commands.late-draft',
  z.object({
    incidentId: z.string(),
    purpose: z.enum(draftPurposes),
    language: z.enum(locales),
    by: z.string(),
    view: openForm,
  }),
  { concurrency: 4, batch: 1, unhurried: true },
)

/** A form stands open in which a model's draft may come: asks for it where a model may be asked. */
export async function orderLateDraft(
  world: World,
  command: Command,
  { situation, by, argument, view }: { situation: Situation; by: string; argument: string | null; view: OpenForm },
  { locale }: Voice,
): Promise<void> {
  const purpose = command.awaits?.(argument)
  const { incident } = situation
  const { enabled, models } = world.settings().assistant
  if (!purpose || !enabled || !isModelFor(models, purpose, incident.visibility)) return
  const data = { incidentId: incident.id, purpose, language: locale, by, view }
  await world.db.transaction((tx) => world.jobs.enqueue(tx, lateDraftJob, data))
}

/** Brings a model's draft into the form that waits for it. Without one, or where the form is gone or has changed, all stays as it is. */
export async function bringDraft(
  world: World,
  { slack, desk }: { slack: Slack; desk: Desk },
  { incidentId, purpose, language, by, view }: LateDraft,
  signal: AbortSignal,
): Promise<void> {
  const isThere = await askForDraft(world, desk, { incidentId, purpose, language, askedBy: by }, signal)
  if (!isThere) return
  try {
    await redraw({ world, slack }, view, incidentId, by)
  } catch (thrown) {
    // Whoever opened it may not know of it any more, or it was closed or switched off meanwhile.
    if (!(thrown instanceof Refusal)) throw thrown
  }
}
