import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import { incidentSubject } from '../channel/index.ts'
import { commit, type NewFact, person, Refusal, type World } from '../facts/index.ts'
import { holdTodo } from './hold-todo.ts'
import { changeTodo, type TodoChange } from './store.ts'
import { minutesInput, todoStates } from './todo.ts'

const changeInput = z.object({
  owner: z.string().nullish().default(null),
  /** The time box begins anew, now. */
  minutes: minutesInput.nullish().default(null),
  state: z.enum(todoStates).nullish().default(null),
})

/** Gives a TODO to somebody else, more time, or another state; what is null stays. */
export async function reviseTodo(
  world: World,
  by: string,
  todoId: string,
  input: z.input<typeof changeInput>,
): Promise<void> {
  const wanted = changeInput.parse(input)
  await commit(world, person(by), async (tx, now) => {
    const todo = await holdTodo(tx, todoId)
    const { id, n } = todo
    const subject = incidentSubject(todo.incidentId)
    const state = wanted.state ?? todo.state
    const owner = wanted.owner ?? todo.owner
    if (state !== 'open' && todo.state === state) throw new Refusal('todo-closed', { n: String(n) })
    const boxStill = todo.dueAt && todo.dueAt > now ? todo.dueAt : null
    const dueAt = wanted.minutes
      ? later(now, wanted.minutes * 60_000)
      : todo.state === 'open' || state !== 'open'
        ? todo.dueAt
        : boxStill
    const box = { id, n, dueAt: dueAt?.toISOString() ?? null }
    const facts: NewFact[] = []
    const change: TodoChange = {}
    if (owner !== todo.owner) {
      change.owner = owner
      facts.push({ subject, type: 'todos.assigned', data: { id, n, owner, from: todo.owner } })
    }
    if (dueAt !== todo.dueAt) change.dueAt = dueAt
    if (state !== todo.state) {
      Object.assign(change, { state, closedAt: state === 'open' ? null : now, closedBy: state === 'open' ? null : by })
      if (state === 'open') facts.push({ subject, type: 'todos.reopened', data: { ...box, owner } })
      else if (state === 'done') facts.push({ subject, type: 'todos.done', data: { id, n, owner } })
      else facts.push({ subject, type: 'todos.dropped', data: { id, n } })
    } else if (wanted.minutes) facts.push({ subject, type: 'todos.box_set', data: box })
    const [first, ...rest] = facts
    if (!first) throw new Refusal('nothing-changed', {}, 'owner')
    await changeTodo(tx, id, change)
    return { facts: [first, ...rest], result: undefined }
  })
}

/** More time from now on, for one that is open. */
export async function extendTodo(world: World, by: string, todoId: string, minutes: number): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    const { id, n, incidentId, state } = await holdTodo(tx, todoId)
    if (state !== 'open') throw new Refusal('todo-closed', { n: String(n) })
    const dueAt = later(now, minutes * 60_000)
    await changeTodo(tx, id, { dueAt })
    const data = { id, n, dueAt: dueAt.toISOString() }
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'todos.box_set', data }],
      result: undefined,
    }
  })
}
