import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast.calls', {
  ja: {
    unanswered: ':hourglass: 呼んだ人のうち *{{count}}人からまだ返事がありません* : {{who}}',
    'unanswered.handler':
      ':hourglass: {{handler}} さん、呼んだ人のうち *{{count}}人からまだ返事がありません* : {{who}}',
    more: '{{who}} ほか{{count}}人',
    'unanswered.next': '待つか、電話するか、ほかの人を呼ぶかを決めてください。',
  },
  en: {
    unanswered: ':hourglass: *No answer yet* from {{count}} of those called: {{who}}',
    'unanswered.handler': ':hourglass: {{handler}}, *no answer yet* from {{count}} of those called: {{who}}',
    more: '{{who}} and {{count}} more',
    'unanswered.next': 'Decide whether to wait, phone them, or call someone else.',
  },
})
