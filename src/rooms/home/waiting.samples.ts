import { actionWaits } from '../../features/actions/waits.ts'
import { completeWaits } from '../../features/course/waits.ts'
import { postmortemWaits } from '../../features/ladder/waits.ts'
import { questionWaits } from '../../features/postmortem/waits.ts'
import { levelWaits } from '../../features/properties/waits.ts'
import { roleWaits } from '../../features/roles/waits.ts'
import { todoWaits } from '../../features/todos/waits.ts'
import { updateWaits } from '../../features/updates/waits.ts'
import type { Whom } from '../faces/index.ts'
import type { Situation } from '../situation/index.ts'
import { sorted, type Waiting } from './waiting.ts'

/** What of an incident waits for one person, where everything of it is known; their action items apart. */
export function waitingIn(situation: Situation, whom: Whom): Waiting[] {
  const { id } = situation.incident
  const cores = [situation]
  const offers = situation.asked.map((offer) => ({ ...offer, incidentId: id }))
  const updates = new Map(situation.lastUpdate ? [[id, situation.lastUpdate]] : [])
  const of = {
    role: roleWaits.waits({ cores, offers }, whom),
    update: updateWaits.waits({ cores, updates }, whom),
    level: levelWaits.waits(cores, whom),
    todo: todoWaits.waits({ cores, todos: situation.todos.list }, whom),
    question: questionWaits.waits({ cores, questions: situation.learning.questions }, whom),
    complete: completeWaits.waits(cores, whom),
    postmortem: postmortemWaits.waits({ cores, statuses: new Map([[id, situation.ladder.status]]) }, whom),
  }
  const kinds = ['role', 'update', 'level', 'todo', 'question', 'complete', 'postmortem'] as const
  return sorted(
    kinds.flatMap((what) => of[what].map((wait) => ({ ...wait, what }))),
    [id],
  )
}

/** The action items of an incident. */
export const actionsOf = (situation: Situation, whom: Whom): Waiting[] =>
  actionWaits
    .waits({ cores: [situation], items: situation.actions }, whom)
    .map((wait) => ({ ...wait, what: 'action' as const }))
