import { incidentSubject } from '../channel/index.ts'
import { commit, person, Refusal, type World } from '../facts/index.ts'
import { holdOpenTodo } from './hold-todo.ts'
import { changeTodo } from './store.ts'

/** Somebody takes what nobody had taken. Of two who press at once one gets it, and the other is told who. */
export async function takeTodo(world: World, by: string, todoId: string): Promise<void> {
  await commit(world, person(by), async (tx) => {
    const { id, n, incidentId, owner } = await holdOpenTodo(tx, todoId)
    if (owner) throw new Refusal('todo-taken', { n: String(n), user: owner })
    await changeTodo(tx, id, { owner: by })
    const subject = incidentSubject(incidentId)
    return { facts: [{ subject, type: 'todos.assigned', data: { id, n, owner: by, from: null } }], result: undefined }
  })
}
