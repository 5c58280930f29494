import { defineTexts } from '../../kit/i18n/index.ts'

/** What stands in a model's text for people. */
export const texts = defineTexts('models', {
  ja: {
    hidden: '（非表示）',
  },
  en: {
    hidden: '(hidden)',
  },
})
