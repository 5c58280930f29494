import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('commands.learn', {
  ja: {
    'label.try-again': 'もう一度書き込む',
    'try-again.done': 'もう一度書き込んでいます。うまくいかなければ、カードに理由が出ます。',
  },
  en: {
    'label.try-again': 'Try writing again',
    'try-again.done': 'It is being written again. If that fails, the card says why.',
  },
})
