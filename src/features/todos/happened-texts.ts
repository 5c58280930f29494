import { defineTexts } from '../../kit/i18n/index.ts'

/** As the timeline tells it. */
export const texts = defineTexts('record', {
  ja: {
    'todos.added': '☑️ {{who}} が TODO {{n}} を追加: {{what}}',
    'todos.done': '✅ {{who}} が TODO {{n}} を完了: {{what}}',
  },
  en: {
    'todos.added': '☑️ {{who}} added TODO {{n}}: {{what}}',
    'todos.done': '✅ {{who}} finished TODO {{n}}: {{what}}',
  },
})

/** As the record of changes alone tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'todos.assigned': '{{who}} が TODO {{n}} の担当を変更',
    'todos.box_set': '{{who}} が TODO {{n}} の期限を変更',
    'todos.reworded': '{{who}} が TODO {{n}} の内容を変更',
    'todos.reopened': '{{who}} が TODO {{n}} を未完了に戻した',
    'todos.dropped': '{{who}} が TODO {{n}} をやらないことに',
  },
  en: {
    'todos.assigned': '{{who}} changed the owner of TODO {{n}}',
    'todos.box_set': '{{who}} changed the due time of TODO {{n}}',
    'todos.reworded': '{{who}} reworded TODO {{n}}',
    'todos.reopened': '{{who}} reopened TODO {{n}}',
    'todos.dropped': '{{who}} dropped TODO {{n}}',
  },
})
