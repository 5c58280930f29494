import { defineTexts } from '../../kit/i18n/index.ts'

export const cardTexts = defineTexts('card', {
  ja: {
    knowers: ':lock: 知っている人: {{who}}（全員と理由は「{{verb}}」）',
    'knowers.more': ' ほか{{count}}人',
  },
  en: {
    knowers: ':lock: Who knows: {{who}} (full list and reasons: “{{verb}}”)',
    'knowers.more': ' and {{count}} more',
  },
})
