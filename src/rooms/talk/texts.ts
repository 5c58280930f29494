import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('talk', {
  ja: {
    'help.outside':
      'できること:\n• `@sssbot` とメンションするか、`/incident` に続けて何が起きているかを書く: インシデントを宣言します\n• `@sssbot 一覧` または `/incident 一覧`: 未完了のインシデントを見ます\n• `@sssbot 検索 ログイン` または `/incident 検索 ログイン`: これまでの発言や記入から探します\n• インシデントのチャンネルで `@sssbot 更新`、`/incident 復旧` のように書く: その操作に進みます。そこで使える言葉は `/incident ヘルプ` で出ます',
    'direct.declare':
      'インシデントを宣言するなら、下のボタンを押してください。書いた言葉は概要に入ります。すでにあるインシデントのことなら、そのチャンネルの名前を付けて書いてください。例: `#チャンネル名 更新`',
    'direct.which':
      'どのインシデントのことですか？ チャンネルの名前を付けて、もう一度書いてください。例: `#{{channel}} 更新`',
    'direct.none-of-them': 'どれでもなければ、新しく宣言してください。書いた言葉は概要に入ります。',
    'step.elsewhere': '「{{label}}」は、そのインシデントのチャンネルで行えます。',
    'found.title': '*「{{q}}」の検索結果* （新しい順）',
    'found.none': '「{{q}}」は見つかりませんでした。短い言葉に変えるか、語を減らしてみてください。',
    'found.how': '探す言葉を続けて書いてください。例: `@sssbot 検索 ログイン`',
    'found.all': '<{{all}}|すべての結果をダッシュボードで見る>',
    'found.look': '<{{all}}|ダッシュボードで探す>',
    'found.instead': 'インシデントを宣言するつもりだったなら、下のボタンを押してください。',
    'found.message': 'メッセージを開く',
    'found.kind.summary': '概要',
    'found.kind.impact': '影響',
    'found.kind.update': '状況更新',
    'found.kind.message': 'メッセージ',
    'found.kind.note': 'タイムライン',
    'found.kind.postmortem': 'ポストモーテム',
    'found.kind.action': 'アクションアイテム',
    'found.kind.todo': 'TODO',
    'lost-right':
      '設定の {{list}} にある {{names}} に、いま有効なメンバーがいません。そのため、{{what}}人が誰もいません。Slack のユーザーグループを戻すか、設定を直してください。',
    'lost-right.responders': 'インシデントに対応できる',
    'lost-right.managers': 'ほかの人の担当や期限を変えられる',
    'lost-right.security': '公開範囲を変えられる',
    'lost-right.administrators': 'ボットを管理できる',
    'said.declare': '別のインシデントを宣言するなら、下のボタンを押してください。',
  },
  en: {
    'help.outside':
      'What you can do:\n• mention `@sssbot`, or type `/incident` and what is happening: declares an incident\n• `@sssbot list` or `/incident list`: shows what is being worked on\n• `@sssbot find timeout` or `/incident find timeout`: looks through all that was said and written\n• in an incident’s channel, write `@sssbot update` or `/incident recover`, for example: leads to that step. `/incident help` lists what can be said there',
    'direct.declare':
      'To declare an incident, press the button below: your words become its summary. To say something about one that is open, name its channel, for example `#channel-name update`.',
    'direct.which':
      'Which incident do you mean? Say it again with the name of its channel, for example `#{{channel}} update`.',
    'direct.none-of-them': 'If it is none of these, declare a new one: your words become its summary.',
    'step.elsewhere': '“{{label}}” is done in the channel of that incident.',
    'found.title': '*Results for “{{q}}”* (newest first)',
    'found.none': 'Nothing was found for “{{q}}”. Try a shorter word, or fewer of them.',
    'found.how': 'Add what to look for, for example `@sssbot find timeout`.',
    'found.all': '<{{all}}|See all results on the dashboard>',
    'found.look': '<{{all}}|Search on the dashboard>',
    'found.instead': 'If you meant to declare an incident, press the button below.',
    'found.message': 'Open the message',
    'found.kind.summary': 'Summary',
    'found.kind.impact': 'Impact',
    'found.kind.update': 'Update',
    'found.kind.message': 'Message',
    'found.kind.note': 'Timeline',
    'found.kind.postmortem': 'Postmortem',
    'found.kind.action': 'Action item',
    'found.kind.todo': 'TODO',
    'lost-right':
      'No one in Slack answers to {{names}} in {{list}} of the settings any more, so no one can {{what}}. Restore the user group in Slack, or change the settings.',
    'lost-right.responders': 'respond to incidents',
    'lost-right.managers': 'change what others own or owe',
    'lost-right.security': 'change who may see an incident',
    'lost-right.administrators': 'administer the bot',
    'said.declare': 'To declare another incident, press the button below.',
  },
})
