import { clip, readable } from '../../kit/block-kit/index.ts'
import type { MeantThing, Spoken } from '../../rooms/faces/index.ts'
import { oneLine } from '../../rooms/situation/index.ts'
import type { Todo } from '../../rooms/todos/index.ts'

const thing = ({ id, n, words }: Todo): MeantThing => ({
  argument: id,
  name: clip(`${n}. ${oneLine(readable(words ?? '—'))}`, 40),
})

/** The TODO of a number, or each that is open. */
export const openTodo: NonNullable<Spoken['meant']> = ({ todos }, { number }) =>
  todos.list.filter(({ n }) => number === undefined || n === number).map(thing)

/** The TODO of a number; without one, the form has all of them to choose from. */
export const todoNamed: NonNullable<Spoken['meant']> = ({ todos }, { number }) => {
  const all = [...todos.list, ...todos.closed]
  if (all.length === 0) return []
  return [{ argument: all.find(({ n }) => n === number)?.id ?? null }]
}
