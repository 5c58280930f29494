import { z } from 'zod'
import { actionsOf } from '../actions/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { changeIncident, holdForMove } from '../incident/index.ts'
import { ladderOf } from '../ladder/index.ts'
import { todosOf } from '../todos/index.ts'
import { leftUndone } from './left.ts'

/** Slack's limit of a plain text input. */
const waivers = z
  .string()
  .trim()
  .max(3000)
  .nullish()
  .transform((text) => text || null)
const completeInput = z.object({ waivers })

/** 完了: all of the response is done. What is left undone is refused, unless somebody says why it may stay so. */
export async function complete(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof completeInput>,
): Promise<void> {
  const { waivers } = completeInput.parse(input)
  await commit(world, actor, async (tx, now) => {
    const incident = await holdForMove(tx, incidentId, 'completed')
    const { open: openTodos } = await todosOf(tx, incidentId)
    const ladder = await ladderOf(tx, incidentId)
    const actions = await actionsOf(tx, incidentId)
    const left = leftUndone({ incident, openTodos, ladder, actions }, world.settings())
    if (left.length > 0 && !waivers) throw new Refusal('left-undone', { count: String(left.length) }, 'waivers')
    await changeIncident(tx, incidentId, { status: 'completed', completedAt: now })
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'incident.completed', data: { waivers, left } }],
      result: undefined,
    }
  })
}
