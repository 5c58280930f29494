import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('facts', {
  ja: { via: '（API トークン {{name}} 経由）', 'via.dashboard': '（ダッシュボードから）' },
  en: { via: ' (via the API token {{name}})', 'via.dashboard': ' (on the dashboard)' },
})
