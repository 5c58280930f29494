import { labelled, mentionedIn } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { namesOf } from '../directory/index.ts'
import { todosOfIncident } from './store.ts'
import type { Todo, Todos } from './todo.ts'

/** How the TODOs of one incident stand. Whom and what their words refer to bears the name that it has today. */
export const todosOf = async (reader: Reader, incidentId: string): Promise<Todos> =>
  countTodos(await labelTodos(reader, await todosOfIncident(reader, incidentId)))

/** TODOs whose words name whom and what they refer to. */
export async function labelTodos(reader: Reader, all: readonly Todo[]): Promise<Todo[]> {
  const names = await namesOf(
    reader,
    all.flatMap(({ words }) => mentionedIn(words ?? '')),
  )
  return all.map((todo) => ({ ...todo, words: todo.words && labelled(todo.words, names) }))
}

/** Sorts TODOs into open and closed: the open ones by the end of their time box, those without one last. */
export function countTodos(all: readonly Todo[]): Todos {
  const list = all
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity) || a.n - b.n)
  const closed = all
    .filter(({ state }) => state !== 'open')
    .toSorted((a, b) => (b.closedAt?.getTime() ?? 0) - (a.closedAt?.getTime() ?? 0) || b.n - a.n)
  return { open: list.length, total: all.filter(({ state }) => state !== 'dropped').length, list, closed }
}
