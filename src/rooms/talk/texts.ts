import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('talk', {
  ja: {
    'help.outside':
      'できること:\n• `@sssbot` とメンションするか、`/incident` に続けて何が起きているかを書く: インシデントを宣言します\n• `@sssbot 一覧` または `/incident 一覧`: 対応中のインシデントを見ます\n• インシデントのチャンネルで `@sssbot 更新`、`/incident 復旧` のように書く: その操作に進みます。そこで使える言葉は `/incident ヘルプ` で出ます',
    'direct.declare':
      'インシデントを宣言するなら、下のボタンを押してください。書いた言葉は概要に入ります。対応中のインシデントのことなら、そのチャンネルの名前を付けて書いてください。例: `#inc-… 更新`',
    'direct.which':
      'どのインシデントのことですか？ チャンネルの名前を付けて、もう一度書いてください。例: `#inc-… 更新`',
    'said.declare': '別のインシデントを宣言するなら、下のボタンを押してください。',
  },
  en: {
    'help.outside':
      'What you can do:\n• mention `@sssbot`, or type `/incident` and what is happening: declares an incident\n• `@sssbot list` or `/incident list`: shows what is being worked on\n• in an incident’s channel, write `@sssbot update` or `/incident recover`, for example: leads to that step. `/incident help` lists what can be said there',
    'direct.declare':
      'To declare an incident, press the button below: your words become its summary. To say something about one that is open, name its channel, for example `#inc-… update`.',
    'direct.which':
      'Which incident do you mean? Say it again with the name of its channel, for example `#inc-… update`.',
    'said.declare': 'To declare another incident, press the button below.',
  },
})
