import { defineTexts } from './i18n/index.ts'

export const texts = defineTexts('port', {
  ja: {
    blocked:
      '{{variable}}={{port}} は使えません（ブラウザーも Node も、このポートには接続しません）。例えば {{variable}}=3100 にしてください。',
  },
  en: {
    blocked:
      '{{variable}}={{port}} cannot be used: browsers and Node refuse to connect to this port. Choose another, for example {{variable}}=3100.',
  },
})
