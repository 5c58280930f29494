import type { MessageContent } from '../../kit/block-kit/index.ts'
import type { Slack } from '../../kit/slack/index.ts'
import type { Foretell } from '../faces/index.ts'
import type { World } from '../facts/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { openForm } from './answers.ts'
import { formOf } from './draw.ts'
import type { Place } from './place.ts'
import { filled, momentOf } from './prefill.ts'
import type { Said } from './said.ts'

/** Whose words are carried out, where, and by which trigger a form may open. */
export type Speaker = { id: string; where: Place; trigger: string; foretell: Foretell }

/**
 * Carries out what was said without doubt: opens the form of the verb, filled in, or does it where it needs none. Answers what the person
 * learns it. Throws a `Refusal`.
 */
export async function carryOut(
  { world, slack }: { world: World; slack: Slack },
  { command, thing: { argument }, heard }: Said,
  situation: Situation,
  { id, where, trigger, foretell }: Speaker,
  voice: Voice,
): Promise<MessageContent | undefined> {
  // Without a trigger no form can open: what only shows something says it instead.
  const isShownHere = !trigger && command.spoken.shows
  const drawn = isShownHere ? undefined : await formOf(world, command, { situation, by: id, argument, foretell }, voice)
  const who = { by: id, incidentId: situation.incident.id }
  if (!drawn) {
    const answer = await command.run(world, { ...who, values: {}, argument }, voice)
    await command.seen?.(world, who)
    return answer
  }
  const view = filled(drawn, command.spoken.fills, heard, momentOf(world, voice))
  await openForm(world, slack, trigger, view, { id, channel: where, voice })
  await command.seen?.(world, who)
  return undefined
}
