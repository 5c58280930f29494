import { defineTexts } from '../../kit/i18n/index.ts'

/** Every entry of a timeline in one line of plain text. */
export const texts = defineTexts('record', {
  ja: {
    somebody: '誰か',
    bot: 'ボット',
    unread: '（読み取り中、または読めない投稿）',
    nothing: '—',
    said: '{{who}}: {{words}}',
    file: '📎 {{name}}',
    'list.separator': '、',
    because: '{{told}}（{{reason}}）',
  },
  en: {
    somebody: 'someone',
    bot: 'the bot',
    unread: '(still being read, or unreadable)',
    nothing: '—',
    said: '{{who}}: {{words}}',
    file: '📎 {{name}}',
    'list.separator': ', ',
    because: '{{told}} ({{reason}})',
  },
})
