import { defineTexts } from '../../../kit/i18n/index.ts'

export const texts = defineTexts('commands.assemble', {
  ja: {
    'label.take-handler': '🙋 ハンドラーになる',
    'label.join': 'チャンネルに参加する',
    joined: ':wave: {{channel}} に招待しました。続きはそちらで。',
    'joined.soon': ':hourglass_flowing_sand: チャンネル `#{{name}}` を作っています。できしだい招待します。',
  },
  en: {
    'label.take-handler': '🙋 Take the lead',
    'label.join': 'Join the channel',
    joined: ':wave: You have been invited to {{channel}}. Go on there.',
    'joined.soon':
      ':hourglass_flowing_sand: The channel `#{{name}}` is being made. You will be invited as soon as it is there.',
  },
})
