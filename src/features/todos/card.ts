import { type CardLines, pair } from '../../rooms/faces/index.ts'
import { cardTexts } from './texts.ts'

/** How many of the TODOs are done. */
export const todoLines: CardLines = {
  fields: {
    todos: ({ todos }, { locale }) =>
      todos.total > 0 ? [pair(cardTexts.in(locale)('field.todos'), `${todos.total - todos.open}/${todos.total}`)] : [],
  },
}
