import { defineTexts } from '../../kit/i18n/index.ts'

/** What people changed, as far as the timeline does not tell it; and why a change was taken back. */
export const texts = defineTexts('history', {
  ja: {
    undone: '{{when}} の変更を元に戻した',
    'what.type': '種類',
    'what.owner': '担当',
    'what.due': '期限',
    'what.time': '時刻',
    'what.words': '内容',
  },
  en: {
    undone: 'Undid the change of {{when}}',
    'what.type': 'Type',
    'what.owner': 'Owner',
    'what.due': 'Due',
    'what.time': 'Time',
    'what.words': 'Words',
  },
})
