import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('home', {
  ja: {
    'waiting.level': ':grey_question: {{where}} 事象レベルを決めてください（{{title}}）',
  },
  en: {
    'waiting.level': ':grey_question: {{where}} Please set the level ({{title}})',
  },
})
