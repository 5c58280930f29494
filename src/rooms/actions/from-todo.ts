import { clip, mentionedIn, readable } from '../../kit/block-kit/index.ts'
import { mayKnow } from '../assembly/index.ts'
import { namesOf } from '../directory/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { reviseTodo, todosOf } from '../todos/index.ts'
import { longestTitle } from './action.ts'
import { addAction } from './add-action.ts'
import { actionOfTodo } from './store.ts'

/**
 * What was a TODO of the response is to be done for good: it becomes an action item with its owner, and is no TODO any more. The
 * second to ask is told.
 */
export async function actionFromTodo(world: World, by: string, incidentId: string, todoId: string): Promise<void> {
  const { read } = world.db
  const { list, closed } = await todosOf(read, incidentId)
  const todo = [...list, ...closed].find(({ id }) => id === todoId)
  if (!todo?.words) throw new Refusal('todo-unknown')
  const names = await namesOf(read, mentionedIn(todo.words))
  const title = clip(readable(todo.words, names), longestTitle)
  // Named in a private incident without having been invited: who decides about action items finds somebody.
  const owner = todo.owner && (await mayKnow(read, incidentId, todo.owner)) ? todo.owner : null
  const added = await addAction(world, by, incidentId, { title, owner }, { source: 'todo', todoId })
  if (todo.state === 'open') return reviseTodo(world, by, todoId, { state: 'dropped' })
  if (added) return
  const known = await actionOfTodo(read, todoId)
  throw new Refusal('action-there', { n: String(known?.n ?? 0) })
}
