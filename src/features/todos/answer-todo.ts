import { type Command, doing, type Order } from '../../rooms/faces/index.ts'
import { extendTodo, finishTodo, moreMinutes, takeTodo } from '../../rooms/todos/index.ts'
import { texts } from './form-texts.ts'
import { openTodo } from './todo-meant.ts'

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
