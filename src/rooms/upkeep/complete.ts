import { z } from 'zod'
import { wordsOrNone } from '../../kit/wire.ts'
import { actionsOf } from '../actions/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { changeIncident, mustMove, verb } from '../incident/index.ts'
import { ladderOf } from '../ladder/index.ts'
import { todosOf } from '../todos/index.ts'
import { leftUndone } from './left.ts'

/** 完了: all of the response is done. What is left undone is refused, unless somebody says why it may stay so. */
export const complete = verb({
  name: 'complete',
  input: z.strictObject({ waivers: wordsOrNone(1000) }),
  right: 'respond',
  async change({ world, tx, now, incident }, { waivers }) {
    mustMove(incident, 'completed')
    const { id } = incident
    const { open: openTodos } = await todosOf(tx, id)
    const ladder = await ladderOf(tx, id)
    const actions = await actionsOf(tx, id)
    const left = leftUndone({ incident, openTodos, ladder, actions }, world.settings())
    if (left.length > 0 && !waivers) throw new Refusal('left-undone', { count: String(left.length) }, 'waivers')
    await changeIncident(tx, id, { status: 'completed', completedAt: now })
    return {
      facts: [{ subject: incidentSubject(id), type: 'incident.completed', data: { waivers, left } }],
      result: undefined,
    }
  },
})
