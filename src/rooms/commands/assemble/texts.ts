import { defineTexts } from '../../../kit/i18n/index.ts'

export const texts = defineTexts('commands.assemble', {
  ja: {
    'label.take-handler': '🙋 ハンドラーになる',
  },
  en: {
    'label.take-handler': '🙋 Take the lead',
  },
})
