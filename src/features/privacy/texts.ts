import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('card', {
  ja: {
    knowers: ':lock: 知っている人: {{who}}（全員と理由は「{{verb}}」）',
  },
  en: {
    knowers: ':lock: Who knows: {{who}} (full list and reasons: “{{verb}}”)',
  },
})
