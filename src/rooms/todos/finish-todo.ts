import { incidentSubject } from '../channel/index.ts'
import { commit, person, type World } from '../facts/index.ts'
import { holdOpenTodo } from './hold-todo.ts'
import { changeTodo } from './store.ts'

/** It is done. The second to say so is told that it is already. */
export async function finishTodo(world: World, by: string, todoId: string): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    const { id, n, incidentId, owner } = await holdOpenTodo(tx, todoId)
    await changeTodo(tx, id, { state: 'done', closedAt: now, closedBy: by })
    const subject = incidentSubject(incidentId)
    return { facts: [{ subject, type: 'todos.done', data: { id, n, owner } }], result: undefined }
  })
}
