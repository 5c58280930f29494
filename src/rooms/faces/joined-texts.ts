import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('commands.assemble', {
  ja: {
    joined: ':wave: {{channel}} に招待しました。続きはそちらで。',
    'joined.soon': ':hourglass_flowing_sand: チャンネル `#{{name}}` を作っています。できしだい招待します。',
  },
  en: {
    joined: ':wave: You have been invited to {{channel}}. Continue there.',
    'joined.soon':
      ':hourglass_flowing_sand: The channel `#{{name}}` is being created. You will be invited once it exists.',
  },
})

export const linkedTexts = defineTexts('commands.linking', {
  ja: {
    'linked.outside':
      ':warning: 足したチャンネルには、他社の人もいます。周知の内容は他社の人にも見えます。やめるには、そこの「ここへの周知をやめる」を押してください。',
  },
  en: {
    'linked.outside':
      ':warning: People of other companies are in that channel and will read what is posted. To stop, press “Stop notifying this place” there.',
  },
})
