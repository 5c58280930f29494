import type { Tx } from '../../kit/db/index.ts'
import { Refusal } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { todoById } from './store.ts'
import type { Todo } from './todo.ts'

/** A TODO with its incident held until the transaction ends, so that two who press at once come one after the other. */
export async function holdTodo(tx: Tx, todoId: string): Promise<Todo> {
  const found = await todoById(tx, todoId)
  if (!found) throw new Refusal('todo-unknown')
  await hold(tx, found.incidentId)
  // What it was before the wait for the lock may be over.
  const todo = await todoById(tx, todoId)
  if (!todo) throw new Refusal('todo-unknown')
  return todo
}

/** The same, when it is still open. */
export async function holdOpenTodo(tx: Tx, todoId: string): Promise<Todo> {
  const todo = await holdTodo(tx, todoId)
  if (todo.state !== 'open') throw new Refusal('todo-closed', { n: String(todo.n) })
  return todo
}
