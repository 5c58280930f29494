import { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import type { Change } from '../facts/index.ts'
import { doerOf, verb } from '../incident/index.ts'
import { ofItsTodos, openTodoIn } from './hold-todo.ts'
import { changeTodo } from './store.ts'
import type { Todo } from './todo.ts'

/** Marks a TODO as done. A second person who says so learns that it is done already. */
export const finishTodo = verb({
  name: 'done-todo',
  input: z.strictObject({ todo: ofItsTodos }),
  right: 'respond',
  async change({ tx, now, caller, incident }, { todo }) {
    return finished(tx, await openTodoIn(tx, incident, todo), doerOf(caller), now)
  },
})

/** Closes a TODO that is held, as done. */
export async function finished(
  tx: Tx,
  { id, n, incidentId, owner }: Todo,
  by: string | null,
  now: Date,
): Promise<Change<undefined>> {
  await changeTodo(tx, id, { state: 'done', closedAt: now, closedBy: by })
  const subject = incidentSubject(incidentId)
  return { facts: [{ subject, type: 'todos.done', data: { id, n, owner } }], result: undefined }
}
