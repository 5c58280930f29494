import { actions, asMessage, button, type MessageContent, section } from '../../kit/block-kit/index.ts'
import { controlsBlockId, type Order, refusalWords, verbActionId, wireOf } from '../../rooms/faces/index.ts'
import { Refusal, type World } from '../../rooms/facts/index.ts'
import { handlerAlsoResponds, roleHolders } from '../../rooms/roles/index.ts'
import type { Voice } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

/** Somebody leads already: who, and the way to take over from them. `by` is the person who wanted to. */
export function leadTaken(holder: string, by: string, incidentId: string, voice: Voice): MessageContent {
  const words = refusalWords(new Refusal('handler-taken', { user: holder }), voice)
  return withButton(words, { verb: 'hand-over', value: by, label: texts.in(voice.locale)('ask.hand-over') }, incidentId)
}

/** Whoever leads has taken work as well: said once, to them alone, with the way out of it. */
export function alsoResponds(incidentId: string, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const label = t('leave.responder')
  return withButton(t('warning.also-responds'), { verb: 'release-role', value: 'responder', label }, incidentId)
}

/** The same warning after somebody took the role `by` which they may have got into this; undefined where there is none. */
export async function warningFor(
  world: World,
  { by, incidentId }: Pick<Order, 'by' | 'incidentId'>,
  voice: Voice,
): Promise<MessageContent | undefined> {
  const holders = await roleHolders(world.db.read, incidentId)
  const leads = holders.some((each) => each.role === 'handler' && each.userId === by)
  return leads && handlerAlsoResponds(holders) ? alsoResponds(incidentId, voice) : undefined
}

/** The role that the form says, or the button that named one. */
export const roleMeant = ({ values, argument }: Order): Record<string, unknown> =>
  wireOf({ role: values.role ?? argument })

function withButton(
  words: string,
  { verb, value, label }: { verb: string; value: string; label: string },
  incidentId: string,
): MessageContent {
  const offer = button({ actionId: verbActionId(verb), text: label, value })
  return asMessage([words], [section(words), actions(controlsBlockId(incidentId), [offer])])
}
