import type { Tx } from '../../kit/db/index.ts'
import { Refusal } from '../facts/index.ts'
import type { Incident } from '../incident/index.ts'
import { postmortemOf } from '../postmortem/index.ts'
import { isOverWithLessons, type Recovered } from './ladder.ts'

/** The incident, as one from which something is learned. Refuses one that is not over yet, or was none. */
export function mustBeOver(incident: Incident): Recovered {
  if (!isOverWithLessons(incident)) throw new Refusal('postmortem-too-early')
  return incident
}

/** The same, and refuses where its postmortem is published or waived already. */
export async function mustBeUnsettled(tx: Tx, incident: Incident): Promise<Recovered> {
  const over = mustBeOver(incident)
  const { status } = await postmortemOf(tx, incident.id)
  if (status === 'published') throw new Refusal('postmortem-published')
  if (status === 'waived') throw new Refusal('postmortem-waived')
  return over
}
