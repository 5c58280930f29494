import { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { Refusal } from '../facts/index.ts'
import { hold, type Incident, ofIncident } from '../incident/index.ts'
import { todoById } from './store.ts'
import type { Todo } from './todo.ts'

/** A TODO of the incident that a verb is about, by its id. */
export const ofItsTodos = ofIncident(
  z.string().max(100),
  'todo-unknown',
  async ({ tx, incident }, id) => (await todoById(tx, String(id)))?.incidentId === incident.id,
)

/** A TODO with its incident held until the transaction ends, so that two who press at once come one after the other. */
export async function holdTodo(tx: Tx, todoId: string): Promise<Todo> {
  const found = await todoById(tx, todoId)
  if (!found) throw new Refusal('todo-unknown')
  return todoIn(tx, await hold(tx, found.incidentId), todoId)
}

/** A TODO of the incident that is held; another one's is refused as one that is not there. */
export async function todoIn(tx: Tx, incident: Incident, todoId: string): Promise<Todo> {
  const todo = await todoById(tx, todoId)
  if (todo?.incidentId !== incident.id) throw new Refusal('todo-unknown', {}, 'todo')
  return todo
}

/** The same, when it is still open. */
export async function openTodoIn(tx: Tx, incident: Incident, todoId: string): Promise<Todo> {
  const todo = await todoIn(tx, incident, todoId)
  if (todo.state !== 'open') throw new Refusal('todo-closed', { n: String(todo.n) }, 'todo')
  return todo
}
