import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast.calls', {
  ja: {
    unanswered: ':hourglass: *まだ返事のない人* が{{count}}人います: {{who}}',
    'unanswered.handler': ':hourglass: {{handler}} *まだ返事のない人* が{{count}}人います: {{who}}',
    more: '{{who}} ほか{{count}}人',
    'unanswered.next': '待つか、電話するか、ほかの人を呼ぶかを決めてください。',
  },
  en: {
    unanswered: ':hourglass: *No answer yet* from {{count}}: {{who}}',
    'unanswered.handler': ':hourglass: {{handler}} *No answer yet* from {{count}}: {{who}}',
    more: '{{who}} and {{count}} more',
    'unanswered.next': 'Decide whether to wait, phone them, or call someone else.',
  },
})
