import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { type Fact, factById, Refusal, type World } from '../facts/index.ts'
import { type Caller, incidentById, perform } from '../incident/index.ts'
import { happeningOf, type Standing, timelineOf } from '../record/index.ts'
import type { Voice } from '../situation/index.ts'
import { texts } from './texts.ts'
import { momentWords } from './turns.ts'

/** Whether a change has a way back, and what it left is still so. */
export const stillStands = (fact: Fact, standing: Standing): boolean =>
  happeningOf(fact.type)?.back?.stands(fact, standing) ?? false

/**
 * Takes a change back by another one, through the same verb, so that whoever looks at Slack sees it. Throws a `Refusal` for what has no way
 * back, and for what somebody has changed since.
 */
export async function undo(
  world: World,
  caller: Caller,
  incidentId: string,
  changeId: string,
  voice: Voice,
): Promise<void> {
  const fact = await factById(world.db.read, changeId)
  if (fact?.subject !== incidentSubject(incidentId)) throw new Refusal('change-unknown')
  const back = happeningOf(fact.type)?.back
  const incident = await incidentById(world.db.read, incidentId)
  if (!back || !incident) throw new Refusal('change-unknown')
  const entries = await timelineOf(world.db.read, incidentId, { withHidden: true })
  const reason = texts.in(voice.locale)('undone', { when: momentWords(fact.at.toISOString(), voice) })
  const before = async (tx: Tx) => {
    const now = await incidentById(tx, incidentId)
    const entriesNow = await timelineOf(tx, incidentId, { withHidden: true })
    if (!now || !stillStands(fact, { incident: now, entries: entriesNow })) throw new Refusal('changed-meanwhile')
  }
  await perform(world, back.does, { ...caller, before }, incidentId, back.given(fact, { incident, entries }, reason))
}
