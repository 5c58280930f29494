import { input, textInput, userInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { addTodo } from '../../rooms/todos/index.ts'
import { texts } from './form-texts.ts'
import { minutesInput } from './minutes-input.ts'

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
