import { defineTexts } from '../../kit/i18n/index.ts'

/** As the record of changes tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'record.marked': '{{who}} が投稿を記録に残した',
    'record.unmarked': '{{who}} が投稿の記録を外した',
    'record.note_added': '{{who}} がタイムラインに書き足した',
    'record.entry_edited': '{{who}} がタイムラインを編集',
    'what.shown': '表示',
    shown: '表示する',
    hidden: '隠す',
  },
  en: {
    'record.marked': '{{who}} put a message on record',
    'record.unmarked': '{{who}} took a message off the record',
    'record.note_added': '{{who}} added to the timeline',
    'record.entry_edited': '{{who}} edited the timeline',
    'what.shown': 'Shown',
    shown: 'shown',
    hidden: 'hidden',
  },
})
