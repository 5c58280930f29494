import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('card.roll-call', {
  ja: {
    'title.function': ':mega: {{mark}}{{who}} が *{{function}}* を呼んでいます',
    'title.people': ':mega: {{mark}}{{who}} が *応援* を呼んでいます',
    'title.past.function': ':mega: {{mark}}{{who}} が *{{function}}* を呼びました',
    'title.past.people': ':mega: {{mark}}{{who}} が *応援* を呼びました',
    reason: '{{reason}}',
    coming: ':white_check_mark: 行きます {{count}}人: {{who}}',
    declined: ':heavy_minus_sign: 行けません {{count}}人: {{who}}',
    waiting: ':hourglass_flowing_sand: 返事待ち {{count}}人: {{who}}',
    skipped: '招待していません: {{who}}（ゲスト・他社の人・停止中のアカウント）',
    more: '{{who}} ほか{{count}}人',
    elsewhere: ':mega: {{mark}}{{who}} が *{{function}}* を呼んでいます → {{channel}}\n{{title}}',
    'released.thanks': ':bow: {{mark}}ご対応ありがとうございました。{{channel}} からは離れて大丈夫です。',
    'released.by': '伝えた人: {{who}}',
  },
  en: {
    'title.function': ':mega: {{mark}}{{who}} is calling *{{function}}*',
    'title.people': ':mega: {{mark}}{{who}} is calling for *help*',
    'title.past.function': ':mega: {{mark}}{{who}} called *{{function}}*',
    'title.past.people': ':mega: {{mark}}{{who}} called for *help*',
    reason: '{{reason}}',
    coming: ':white_check_mark: {{count}} on it: {{who}}',
    declined: ':heavy_minus_sign: {{count}} can’t: {{who}}',
    waiting: ':hourglass_flowing_sand: {{count}} yet to answer: {{who}}',
    skipped: 'Not invited: {{who}} (guests, other companies, deactivated accounts)',
    more: '{{who}} and {{count}} more',
    elsewhere: ':mega: {{mark}}{{who}} is calling *{{function}}* → {{channel}}\n{{title}}',
    'released.thanks': ':bow: {{mark}}Thank you for your help. You can leave {{channel}} now.',
    'released.by': 'From {{who}}',
  },
})
