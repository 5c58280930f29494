import { defineTexts } from '../../kit/i18n/index.ts'

/** As the record of changes tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'postmortem.written': '{{who}} がポストモーテムに書き込み',
    'postmortem.status_set': '{{who}} がポストモーテムの状態を変更',
  },
  en: {
    'postmortem.written': '{{who}} wrote in the postmortem',
    'postmortem.status_set': '{{who}} changed the postmortem’s status',
  },
})
