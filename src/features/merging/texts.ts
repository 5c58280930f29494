import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('card', {
  ja: {
    'merged.into': ':twisted_rightwards_arrows: {{other}} に統合しました。続きはそちらで',
    'merged.from': ':twisted_rightwards_arrows: ここに統合: {{others}}',
    'merged.secret': '非公開のインシデント',
  },
  en: {
    'merged.into': ':twisted_rightwards_arrows: Merged into {{other}}: continue there',
    'merged.from': ':twisted_rightwards_arrows: Merged into this one: {{others}}',
    'merged.secret': 'a private incident',
  },
})
