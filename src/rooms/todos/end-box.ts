import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { roleHolders } from '../roles/index.ts'
import { todoById } from './store.ts'
import { todoOf } from './todo.ts'

/**
 * A time box has ended: whose it is and the handler are asked, once. After 復旧 nobody is asked any more; what is left open
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
