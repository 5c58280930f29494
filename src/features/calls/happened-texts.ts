import { defineTexts } from '../../kit/i18n/index.ts'

/** As the timeline tells it. */
export const texts = defineTexts('record', {
  ja: {
    'calls.made': '📞 {{who}} が {{people}} 人を呼び出し',
    'calls.made.function': '📞 {{who}} が「{{function}}」の {{people}} 人を呼び出し',
    'calls.unanswered': '⌛ 呼び出した {{count}} 人から返事がない',
  },
  en: {
    'calls.made': '📞 {{who}} called for help (people: {{people}})',
    'calls.made.function': '📞 {{who}} called {{function}} (people: {{people}})',
    'calls.unanswered': '⌛ No answer to the call yet (people: {{count}})',
  },
})

/** As the record of changes alone tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'calls.answered': '{{who}} が呼び出しに返事',
    'calls.released': '{{who}} が「離れて大丈夫」と伝えた',
  },
  en: {
    'calls.answered': '{{who}} answered a call',
    'calls.released': '{{who}} told people that they can leave',
  },
})
