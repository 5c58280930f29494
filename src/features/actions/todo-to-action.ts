import { fieldActionId, input, option, readable, select } from '../../kit/block-kit/index.ts'
import { actionFromTodo } from '../../rooms/actions/index.ts'
import { type Command, doing, verbForm } from '../../rooms/faces/index.ts'
import { oneLine } from '../../rooms/situation/index.ts'
import { todoNamed } from '../todos/index.ts'
import { texts } from './form-texts.ts'

/** What the response did not get to, or did for the moment, becomes something to be done for good. */
export const todoToActionCommand: Command = {
  ...doing(actionFromTodo),
  label: (locale) => texts.in(locale)('label.todo-to-action'),
  spoken: {
    ja: ['TODOをアクションアイテムにする', 'TODOをアクションにする'],
    en: ['turn todo into action', 'todo to action', 'todo into action item', 'promote todo'],
    meant: todoNamed,
  },
  offered: ({ todos }) => todos.total > 0,
  form(situation, voice, _now, argument) {
    const t = texts.in(voice.locale)
    const { list, closed } = situation.todos
    const options = [...list, ...closed].map(({ id, n, words }) =>
      option(id, `${n}. ${oneLine(readable(words ?? '—'))}`),
    )
    const words = { title: t('title.todo-to-action'), submit: t('submit.todo-to-action') }
    return verbForm('todo-to-action', { situation, voice }, words, [
      input({
        id: 'todo',
        label: t('field.todo'),
        hint: t('hint.todo'),
        element: select({
          actionId: fieldActionId,
          // A menu without options is refused by Slack; sent like this, it is refused by the verb.
          options: options.length > 0 ? options : [option('none', t('todo.none'))],
          ...(argument ? { initial: argument } : {}),
        }),
      }),
    ])
  },
}
