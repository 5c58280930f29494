import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    /** `source` is `message`, `reaction` or `menu`. What is to be done stands in the TODO alone. */
    'todos.added': {
      id: string
      n: number
      owner: string | null
      dueAt: string | null
      source: string
      channel: string | null
      ts: string | null
    }
    /** The person who was named cannot do it, so it has no owner: `why` is the word of `src/rooms/access`. */
    'todos.owner_refused': { id: string; n: number; user: string; why: string }
    'todos.assigned': { id: string; n: number; owner: string | null; from: string | null }
    'todos.box_set': { id: string; n: number; dueAt: string | null }
    'todos.box_ended': { id: string; n: number; owner: string | null; handler: string | null }
    'todos.reworded': { id: string; n: number }
    'todos.done': { id: string; n: number; owner: string | null }
    'todos.reopened': { id: string; n: number; owner: string | null; dueAt: string | null }
    'todos.dropped': { id: string; n: number }
  }
}
