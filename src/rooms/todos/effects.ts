import type { Consequence, Effects } from '../facts/index.ts'
import { boxTimer, todoSubject } from './todo.ts'

/** A time box sets its timer, and whatever closes the TODO takes it back. */
export const effects: Effects = (fact) => {
  switch (fact.type) {
    case 'todos.added':
    case 'todos.reopened':
    case 'todos.box_set':
      return [box(fact.data)]
    case 'todos.done':
    case 'todos.dropped':
      return [box({ id: fact.data.id, dueAt: null })]
    default:
      return []
  }
}

function box({ id, dueAt }: { id: string; dueAt: string | null }): Consequence {
  const timer = { subject: todoSubject(id), kind: boxTimer }
  return dueAt ? { do: 'set-timer', ...timer, dueAt: new Date(dueAt) } : { do: 'cancel-timer', ...timer }
}
