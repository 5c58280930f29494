import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('facts', {
  ja: { via: '（API トークン {{name}} 経由）' },
  en: { via: ' (via the API token {{name}})' },
})
