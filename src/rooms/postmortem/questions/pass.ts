import type { Tx } from '../../../kit/db/index.ts'
import { mayKnow } from '../../assembly/index.ts'
import { peopleByAnyName } from '../../directory/index.ts'
import { Refusal } from '../../facts/index.ts'
import type { Question } from './question.ts'
import { questionsOf } from './store.ts'

/** Refuses whom a question cannot be passed to: oneself, who cannot answer or has said so, and who may not know of the incident. */
export async function passTo(
  tx: Tx,
  { incidentId, gap, userId }: Question,
  by: string | null,
  to: string,
): Promise<void> {
  if (to === by || to === userId) throw new Refusal('pass-self', {}, 'to')
  const [person] = await peopleByAnyName(tx, [to])
  const asked = await questionsOf(tx, incidentId)
  const hasBeen = asked.some((each) => each.gap === gap && each.userId === to)
  if (!person || person.isBot || person.isDeactivated || hasBeen) throw new Refusal('pass-unable', {}, 'to')
  if (!(await mayKnow(tx, incidentId, to))) throw new Refusal('pass-unknowing', {}, 'to')
}
