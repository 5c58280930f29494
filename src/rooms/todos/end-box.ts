import type { Tx } from '../../kit/db/index.ts'
import { cancelTimer, setTimer } from '../../kit/timers/index.ts'
import { incidentOf, incidentSubject } from '../channel/index.ts'
import { clockwork, type KeepTimer, recordFacts, type World } from '../facts/index.ts'
import { hold, incidentById } from '../incident/index.ts'
import { roleHolders } from '../roles/index.ts'
import { todoById, todosOfIncident } from './store.ts'
import { boxTimer, todoOf, todoSubject } from './todo.ts'

/** The time boxes of an incident run while people respond: they rest from 復旧 on, and go on at 再開 where their end lies ahead. */
export const keepBoxes =
  (subject: string): KeepTimer =>
  async (_world, tx, now) => {
    const incident = await incidentById(tx, incidentOf(subject) ?? '')
    if (!incident) return
    for (const { id, state, dueAt } of await todosOfIncident(tx, incident.id)) {
      const timer = { subject: todoSubject(id), kind: boxTimer }
      if (incident.status !== 'responding') await cancelTimer(tx, timer.subject, timer.kind)
      else if (state === 'open' && dueAt && dueAt > now) await setTimer(tx, { ...timer, dueAt })
    }
  }

/**
 * A time box has ended: the owner and the handler are asked, once. After 復旧 nobody is asked any more; what is left open
 * is for 完了. A box whose end lies in a rest before a 再開 stays unasked.
 */
export async function endBox(world: World, tx: Tx, subject: string, now: Date): Promise<void> {
  const found = await todoById(tx, todoOf(subject) ?? '')
  if (!found) return
  const incident = await hold(tx, found.incidentId)
  const todo = await todoById(tx, found.id)
  if (incident.status !== 'responding' || todo?.state !== 'open') return
  const handler = (await roleHolders(tx, incident.id)).find(({ role }) => role === 'handler')?.userId ?? null
  await recordFacts(world, tx, clockwork, now, [
    {
      subject: incidentSubject(incident.id),
      type: 'todos.box_ended',
      data: { id: todo.id, n: todo.n, owner: todo.owner, handler },
    },
  ])
}
