import { fieldActionId, input, option, readable, select, userInput } from '../../kit/block-kit/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import { type Command, doing, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { oneLine, type Situation } from '../../rooms/situation/index.ts'
import { reviseTodo, type Todo } from '../../rooms/todos/index.ts'
import { texts } from './form-texts.ts'
import { minutesInput } from './minutes-input.ts'
import { todoNamed } from './todo-meant.ts'

const states = ['open', 'done', 'dropped'] as const

export const changeTodoCommand: Command = {
  ...doing(reviseTodo),
  label: (locale) => texts.in(locale)('label.change-todo'),
  spoken: {
    ja: ['TODOを直す', 'TODOを変える', 'TODO変更', 'TODO編集', 'タスクを直す', 'タスク変更'],
    en: [
      'change todo',
      'edit todo',
      'update todo',
      'reopen todo',
      'drop todo',
      'change task',
      'edit task',
      'assign todo',
    ],
    fills: { people: 'owner', minutes: 'minutes' },
    meant: todoNamed,
  },
  offered: (situation) => whileOpen(situation) && situation.todos.total > 0,
  form(situation, voice, _now, argument) {
    const t = texts.in(voice.locale)
    const options = choices(situation, argument, voice.locale)
    return verbForm(
      'change-todo',
      { situation, voice },
      { title: t('title.change-todo'), submit: t('submit.change-todo') },
      [
        input({
          id: 'todo',
          label: t('field.todo'),
          element: select({
            actionId: fieldActionId,
            // A menu without options is refused by Slack; sent like this, it is refused by the verb.
            options: options.length > 0 ? options : [option('none', t('todo.none'))],
            ...(argument ? { initial: argument } : {}),
          }),
        }),
        input({
          id: 'owner',
          label: t('field.todo-owner'),
          hint: t('hint.todo-keep'),
          optional: true,
          element: userInput(),
        }),
        minutesInput(voice, t('hint.todo-restart')),
        input({
          id: 'state',
          label: t('field.todo-state'),
          hint: t('hint.todo-keep'),
          optional: true,
          element: select({
            actionId: fieldActionId,
            options: states.map((state) => option(state, t(`todo-state.${state}`))),
          }),
        }),
      ],
    )
  },
}

/** TODOs to choose from: the one that was pressed, the open ones, the last that were closed. */
function choices({ todos }: Situation, argument: string | null, locale: Locale) {
  const t = texts.in(locale)
  const all: readonly Todo[] = [...todos.list, ...todos.closed]
  const sorted = [...all.filter(({ id }) => id === argument), ...all.filter(({ id }) => id !== argument)]
  return sorted.map(({ id, n, words, state }) =>
    option(id, t('todo.choice', { n, mark: state === 'open' ? '' : t(`todo-mark.${state}`), words: plainly(words) })),
  )
}

const plainly = (words: string | null): string => oneLine(readable(words ?? '—'))
