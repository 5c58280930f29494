import { defineTexts } from '../../kit/i18n/index.ts'

/** As the record of changes tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'publishing.opened': 'ポストモーテムのプルリクエスト #{{n}} を作成',
    'publishing.merged': 'ポストモーテムのプルリクエスト #{{n}} をマージ',
    'publishing.closed': 'ポストモーテムのプルリクエスト #{{n}} をクローズ',
    'publishing.withdrawn': 'ポストモーテムのプルリクエスト #{{n}} を取り下げ',
    'publishing.tried_again': '{{who}} が公開をやり直し',
  },
  en: {
    'publishing.opened': 'Pull request #{{n}} of the postmortem was opened',
    'publishing.merged': 'Pull request #{{n}} of the postmortem was merged',
    'publishing.closed': 'Pull request #{{n}} of the postmortem was closed',
    'publishing.withdrawn': 'Pull request #{{n}} of the postmortem was withdrawn',
    'publishing.tried_again': '{{who}} tried to publish again',
  },
})
