import type { Tx } from '../../kit/db/index.ts'
import { mayKnow } from '../assembly/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import { Refusal } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { postmortemOf } from '../postmortem/index.ts'
import { isOverWithLessons } from './ladder.ts'

/** The incident, held until the transaction ends. Refuses one that is not over yet, or was none. */
export async function holdForLessons(tx: Tx, incidentId: string) {
  const incident = await hold(tx, incidentId)
  if (!isOverWithLessons(incident)) throw new Refusal('postmortem-too-early')
  return incident
}

/** The same, and refuses where its postmortem is published or waived already. */
export async function holdUnsettled(tx: Tx, incidentId: string) {
  const incident = await holdForLessons(tx, incidentId)
  const { status } = await postmortemOf(tx, incidentId)
  if (status === 'published') throw new Refusal('postmortem-published')
  if (status === 'waived') throw new Refusal('postmortem-waived')
  return incident
}

/** Refuses who cannot be asked: a bot, an account that is gone, or somebody who may not know of the incident. */
export async function mustBeAble(tx: Tx, incidentId: string, userId: string, field: string): Promise<void> {
  const [found] = await peopleByAnyName(tx, [userId])
  if (found?.isBot || found?.isDeactivated) throw new Refusal('unable', { user: userId }, field)
  if (!(await mayKnow(tx, incidentId, userId))) throw new Refusal('unknowing', { user: userId }, field)
}
