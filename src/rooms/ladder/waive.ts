import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, type World } from '../facts/index.ts'
import { setPostmortemStatus } from '../postmortem/index.ts'
import { holdUnsettled } from './hold-for-lessons.ts'

const waiveInput = z.object({ reason: z.string().trim().min(1).max(1000) })

/** No postmortem will be written, and it is on record why. Assigning it to somebody takes that back. */
export async function waivePostmortem(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof waiveInput>,
): Promise<void> {
  const { reason } = waiveInput.parse(input)
  await commit(world, actor, async (tx, now) => {
    await holdUnsettled(tx, incidentId)
    const settled = await setPostmortemStatus(tx, incidentId, 'waived', now, { reason })
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'ladder.waived', data: { reason } }, ...settled],
      result: undefined,
    }
  })
}
