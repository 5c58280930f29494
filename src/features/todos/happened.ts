import { whatWords } from '../../rooms/history/index.ts'
import { happening, plainly } from '../../rooms/record/index.ts'
import { changeTexts, texts } from './happened-texts.ts'

/** How it reads afterwards what there was to do. */
export const todosHappened = happening({
  'todos.added': {
    kind: 'todos',
    tell: ({ data }, { locale, who, todo }) => texts.in(locale)('todos.added', { who, n: data.n, what: todo(data.id) }),
  },
  'todos.done': {
    kind: 'todos',
    tell: ({ data }, { locale, who, todo }) => texts.in(locale)('todos.done', { who, n: data.n, what: todo(data.id) }),
  },
  'todos.assigned': {
    ...plainly(changeTexts, ['todos.assigned'])['todos.assigned'],
    turns: ({ data: { from, owner } }, { name, ...voice }) => [
      { what: whatWords('owner', voice), from: name(from), to: name(owner) },
    ],
  },
  ...plainly(changeTexts, ['todos.box_set', 'todos.reworded', 'todos.reopened', 'todos.dropped']),
})
