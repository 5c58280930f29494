import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { personOf, verb } from '../incident/index.ts'
import { ofItsTodos, openTodoIn } from './hold-todo.ts'
import { changeTodo } from './store.ts'

/** Takes a TODO that has no owner. Of two who press at once one gets it, and the other learns who. */
export const takeTodo = verb({
  name: 'take-todo',
  input: z.strictObject({ todo: ofItsTodos }),
  right: 'respond',
  async change({ tx, caller, incident }, { todo }) {
    const { id, n, owner } = await openTodoIn(tx, incident, todo)
    if (owner) throw new Refusal('todo-taken', { n: String(n), user: owner }, 'todo')
    const by = personOf(caller)
    await changeTodo(tx, id, { owner: by })
    const subject = incidentSubject(incident.id)
    return { facts: [{ subject, type: 'todos.assigned', data: { id, n, owner: by, from: null } }], result: undefined }
  },
})
