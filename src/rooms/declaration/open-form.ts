import type { Slack } from '../../kit/slack/index.ts'
import { openForm, type Place, voiceFor } from '../commands/index.ts'
import type { World } from '../facts/index.ts'
import { beginForm } from './compose.ts'
import { declareForm, type Prefill } from './declare-form.ts'
import { likelyService } from './likely-service.ts'
import { openOfService } from './open-of-service.ts'
import { toldOutside } from './told-outside.ts'

/** Who opens the form, and where. */
export type Opener = { id: string; channel: string | undefined }

/** What the form is opened with. */
export type Opening = Omit<Prefill, 'open' | 'values'> & { summary?: string | undefined }

/** Opens the form for one person, with the service of the place they are in, and what is open there. `where`: where they are told if it does not open. */
export async function openDeclareForm(
  { world, slack }: { world: World; slack: Slack },
  trigger: string,
  by: Opener,
  { invitationId, origin, summary = undefined }: Opening,
  where: Place | string | undefined = by.channel,
): Promise<void> {
  const voice = await voiceFor(world, by.id)
  const service = await likelyService(world.db.read, voice.settings, by.channel)
  const open = await openOfService(world, service, by.id)
  const outside = await toldOutside(world.db.read, voice.settings, service)
  const values = { service: service ?? null, summary: summary ?? null }
  const view = declareForm({ invitationId, origin, values, open, outside }, voice)
  await openForm(world, slack, trigger, view, { id: by.id, channel: where, voice }, async (viewId) => {
    if (invitationId) await beginForm(world, { viewId, invitationId, by: by.id })
  })
}
