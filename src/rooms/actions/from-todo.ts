import { z } from 'zod'
import { clip, mentionedIn, readable } from '../../kit/block-kit/index.ts'
import { inabilityOf } from '../access/index.ts'
import { namesOf } from '../directory/index.ts'
import { Refusal } from '../facts/index.ts'
import { doerOf, verb } from '../incident/index.ts'
import { droppedTodo, ofItsTodos, todosOf } from '../todos/index.ts'
import { longestTitle } from './action.ts'
import { added, insertNew } from './add-action.ts'
import { actionOfTodo } from './store.ts'

/**
 * What was a TODO of the response is to be done for good: it becomes an action item with its owner, and is no TODO any more. The
 * second to ask is told.
 */
export const actionFromTodo = verb({
  name: 'todo-to-action',
  input: z.strictObject({ todo: ofItsTodos }),
  right: 'respond',
  async change({ world, tx, now, caller, incident: { id: incidentId } }, { todo: todoId }) {
    const { list, closed } = await todosOf(tx, incidentId)
    const todo = [...list, ...closed].find(({ id }) => id === todoId)
    if (!todo?.words) throw new Refusal('todo-unknown', {}, 'todo')
    const title = clip(readable(todo.words, await namesOf(tx, mentionedIn(todo.words))), longestTitle)
    // Whoever has left or was never told finds out nothing: who decides about action items finds somebody.
    const owner = todo.owner && !(await inabilityOf(tx, world.settings(), incidentId, todo.owner)) ? todo.owner : null
    const by = doerOf(caller)
    const told = { incidentId, title: title.replace(/\s+/gu, ' ').trim(), owner, source: 'todo' as const, todoId }
    const item = await insertNew(world, tx, { ...told, addedBy: by, addedAt: now })
    const dropped = todo.state === 'open' ? await droppedTodo(tx, todo, by, now) : []
    const [first, ...rest] = [...(item ? [added(item)] : []), ...dropped]
    if (!first) throw new Refusal('action-there', { n: String((await actionOfTodo(tx, todoId))?.n ?? 0) }, 'todo')
    return { facts: [first, ...rest], result: undefined }
  },
})
