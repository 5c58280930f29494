import type { Tx } from '../../../kit/db/index.ts'
import { namesOf } from '../../directory/index.ts'
import { Refusal } from '../../facts/index.ts'
import type { Question } from './question.ts'
import { questionsOf } from './store.ts'

/** Refuses whom a question cannot be passed to: oneself, and who has been asked. */
export async function passTo(
  tx: Tx,
  { incidentId, gap, userId }: Question,
  by: string | null,
  to: string,
): Promise<void> {
  if (to === by || to === userId) throw new Refusal('pass-self', {}, 'to')
  const asked = await questionsOf(tx, incidentId)
  if (asked.some((each) => each.gap === gap && each.userId === to))
    throw new Refusal('pass-unable', { user: to, name: (await namesOf(tx, [to])).get(to) ?? to, why: 'asked' }, 'to')
}
