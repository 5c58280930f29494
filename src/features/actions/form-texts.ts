import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('commands.actions', {
  ja: {
    'label.todo-to-action': 'TODO をアクションアイテムにする',
    'title.todo-to-action': 'アクションアイテムにする',
    'submit.todo-to-action': 'アイテムにする',
    'field.todo': 'どの TODO',
    'hint.todo': 'まだ終わっていない TODO は、TODO の一覧から外れます。',
    'todo.none': 'TODO はありません',
  },
  en: {
    'label.todo-to-action': 'Turn a TODO into an action item',
    'title.todo-to-action': 'To an action item',
    'submit.todo-to-action': 'Convert',
    'field.todo': 'Which TODO',
    'hint.todo': 'A TODO that is still open leaves the TODO list.',
    'todo.none': 'There is no TODO',
  },
})
