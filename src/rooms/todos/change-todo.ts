import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { type NewFact, Refusal } from '../facts/index.ts'
import { doerOf, personNamed, verb } from '../incident/index.ts'
import { ofItsTodos, openTodoIn, todoIn } from './hold-todo.ts'
import { changeTodo, type TodoChange } from './store.ts'
import { boxMinutes, type Todo, type TodoState, todoStates } from './todo.ts'

/** What the button under an ended time box adds, in minutes. */
export const moreMinutes = 15

/** Gives a TODO to somebody else, more time, or another state; what is null stays. */
export const reviseTodo = verb({
  name: 'change-todo',
  input: z.strictObject({
    todo: ofItsTodos,
    owner: personNamed().nullish().default(null),
    /** The time box begins again, now. */
    minutes: boxMinutes.nullish().default(null),
    state: z.enum(todoStates).nullish().default(null),
  }),
  right: 'respond',
  async change({ tx, now, caller, incident }, { todo, ...wanted }) {
    const [first, ...rest] = await revised(tx, await todoIn(tx, incident, todo), wanted, doerOf(caller), now)
    if (!first) throw new Refusal('nothing-changed', {}, 'owner')
    return { facts: [first, ...rest], result: undefined }
  },
})

type Wanted = { owner: string | null; minutes: number | null; state: TodoState | null }

/** Drops a TODO that is held and open: it is no matter for the response any more. Answers the facts that tell of it. */
export const droppedTodo = (tx: Tx, todo: Todo, by: string | null, now: Date): Promise<NewFact[]> =>
  revised(tx, todo, { owner: null, minutes: null, state: 'dropped' }, by, now)

async function revised(tx: Tx, todo: Todo, wanted: Wanted, by: string | null, now: Date): Promise<NewFact[]> {
  const { id, n } = todo
  const subject = incidentSubject(todo.incidentId)
  const state = wanted.state ?? todo.state
  const owner = wanted.owner ?? todo.owner
  if (state !== 'open' && todo.state === state) throw new Refusal('todo-closed', { n: String(n) }, 'todo')
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
  if (facts.length > 0) await changeTodo(tx, id, change)
  return facts
}

/** More time from now on, for one that is open. */
export const extendTodo = verb({
  name: 'extend-todo',
  input: z.strictObject({ todo: ofItsTodos, minutes: boxMinutes.default(moreMinutes) }),
  right: 'respond',
  async change({ tx, now, incident }, { todo, minutes }) {
    const { id, n } = await openTodoIn(tx, incident, todo)
    const dueAt = later(now, minutes * 60_000)
    await changeTodo(tx, id, { dueAt })
    const data = { id, n, dueAt: dueAt.toISOString() }
    return { facts: [{ subject: incidentSubject(incident.id), type: 'todos.box_set', data }], result: undefined }
  },
})
