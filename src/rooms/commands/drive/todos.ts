import { fieldActionId, input, option, readable, select, textInput, userInput } from '../../../kit/block-kit/index.ts'
import type { Locale } from '../../../kit/i18n/index.ts'
import { Refusal } from '../../facts/index.ts'
import { elapsed, oneLine, type Situation, type Voice } from '../../situation/index.ts'
import { addTodo, extendTodo, finishTodo, reviseTodo, type Todo, takeTodo } from '../../todos/index.ts'
import { type Command, textOf, verbForm } from '../command.ts'
import { whileOpen } from '../verb.ts'
import { texts } from './texts.ts'

/** Time boxes to choose from, in minutes. */
const boxes = [1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 240]

/** What the button under an ended time box adds, in minutes. */
const moreMinutes = 15

const states = ['open', 'done', 'dropped'] as const

/** Button values name a TODO; a strange one is refused. */
function todoIn(argument: string | null): string {
  if (!argument) throw new Refusal('todo-unknown')
  return argument
}

const minutesOf = (text: string | null): number | null => (text ? Number(text) : null)

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
  verb: 'add-todo',
  label: (locale) => texts.in(locale)('label.add-todo'),
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
  async run(world, { by, incidentId, values }) {
    await addTodo(world, by, incidentId, {
      text: textOf(values.text) ?? '',
      owner: textOf(values.owner),
      minutes: minutesOf(textOf(values.minutes)),
    })
    return undefined
  },
}

/** A verb that a button of one TODO does; the menu cannot name one. */
const ofOneTodo = (
  verb: 'take-todo' | 'done-todo' | 'extend-todo',
  run: (world: Parameters<Command['run']>[0], by: string, todoId: string) => Promise<void>,
): Command => ({
  verb,
  label: (locale) => texts.in(locale)(`label.${verb}`, { minutes: moreMinutes }),
  offered: () => false,
  async run(world, { by, argument }) {
    await run(world, by, todoIn(argument))
    return undefined
  },
})

export const takeTodoCommand = ofOneTodo('take-todo', takeTodo)
export const doneTodoCommand = ofOneTodo('done-todo', finishTodo)
export const extendTodoCommand = ofOneTodo('extend-todo', (world, by, id) => extendTodo(world, by, id, moreMinutes))

export const changeTodoCommand: Command = {
  verb: 'change-todo',
  label: (locale) => texts.in(locale)('label.change-todo'),
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
  async run(world, { by, values }) {
    await reviseTodo(world, by, todoIn(textOf(values.todo)), {
      owner: textOf(values.owner),
      minutes: minutesOf(textOf(values.minutes)),
      state: states.find((state) => state === values.state) ?? null,
    })
    return undefined
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
