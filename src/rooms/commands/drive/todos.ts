import { fieldActionId, input, option, readable, select, textInput, userInput } from '../../../kit/block-kit/index.ts'
import type { Locale } from '../../../kit/i18n/index.ts'
import { type Command, doing, type Order, verbForm, whileOpen } from '../../faces/index.ts'
import { elapsed, oneLine, type Situation, type Voice } from '../../situation/index.ts'
import { addTodo, extendTodo, finishTodo, moreMinutes, reviseTodo, type Todo, takeTodo } from '../../todos/index.ts'
import { texts } from './texts.ts'
import { openTodo, todoNamed } from './todo-meant.ts'

/** Time boxes to choose from, in minutes. */
const boxes = [1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 240]

const states = ['open', 'done', 'dropped'] as const

function minutesInput(voice: Voice, hint: string) {
  const t = texts.in(voice.locale)
  return input({
    id: 'minutes',
    label: t('field.todo-minutes'),
    hint,
    optional: true,
    element: select({
      actionId: fieldActionId,
      options: boxes.map((minutes) => option(String(minutes), elapsed(minutes * 60_000, voice))),
    }),
  })
}

export const addTodoCommand: Command = {
  ...doing(addTodo),
  label: (locale) => texts.in(locale)('label.add-todo'),
  spoken: {
    ja: [
      'TODO',
      'TODOを足す',
      'TODOに足す',
      'TODO追加',
      'TODOを追加する',
      'TODOに追加する',
      'タスク',
      'タスク追加',
      'タスクを足す',
      'タスクに追加する',
      'やること',
      'やることを足す',
      'やることに追加する',
      '宿題',
    ],
    en: [
      'todo',
      'add todo',
      'new todo',
      'create todo',
      'task',
      'add task',
      'new task',
      'create task',
      'to do',
      'remind us to',
    ],
    fills: { text: 'text', people: 'owner', minutes: 'minutes' },
  },
  offered: whileOpen,
  form(situation, voice) {
    const t = texts.in(voice.locale)
    return verbForm('add-todo', { situation, voice }, { title: t('title.add-todo'), submit: t('submit.add-todo') }, [
      input({
        id: 'text',
        label: t('field.todo-text'),
        element: textInput({ multiline: true, max: 1000, focus: true }),
      }),
      input({
        id: 'owner',
        label: t('field.todo-owner'),
        hint: t('hint.todo-owner'),
        optional: true,
        element: userInput(),
      }),
      minutesInput(voice, t('hint.todo-minutes')),
    ])
  },
}

/** A button names one TODO; the menu cannot. */
const todoOfButton = ({ argument }: Order) => ({ todo: argument ?? '' })

export const takeTodoCommand: Command = {
  ...doing(takeTodo, todoOfButton),
  label: (locale) => texts.in(locale)('label.take-todo'),
  spoken: {
    ja: ['TODOを引き受ける', 'TODOをやる', 'TODOを取る', 'タスクを引き受ける', 'TODOを担当する'],
    en: ['take todo', 'i take todo', 'take task', 'claim todo'],
    meant: openTodo,
  },
  offered: () => false,
}

export const doneTodoCommand: Command = {
  ...doing(finishTodo, todoOfButton),
  label: (locale) => texts.in(locale)('label.done-todo'),
  spoken: {
    ja: [
      'TODO完了',
      'TODO終わった',
      'TODOが終わる',
      'TODOを終える',
      'TODOを完了にする',
      'TODOができた',
      'タスク完了',
      'タスク終わった',
      '終わりました',
    ],
    en: [
      'todo done',
      'done',
      'finish todo',
      'complete todo',
      'close todo',
      'finished todo',
      'task done',
      'done with todo',
      'tick todo',
    ],
    meant: openTodo,
  },
  offered: () => false,
}

export const extendTodoCommand: Command = {
  ...doing(extendTodo, todoOfButton),
  label: (locale) => texts.in(locale)('label.extend-todo', { minutes: moreMinutes }),
  spoken: {
    ja: ['TODO延長', 'TODOを延ばす', 'TODOを延長する', 'タスク延長', 'TODOにもう少し時間'],
    en: ['extend todo', 'more time todo', 'need more time', 'extend task'],
    meant: openTodo,
  },
  offered: () => false,
}

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
