import { defineTexts, retireTexts } from '../../kit/i18n/index.ts'

retireTexts('declaration.invitation.declared-private', 'declaration.origin.private')

export const texts = defineTexts('declaration', {
  ja: {
    'invitation.title': 'インシデントですか？ 迷ったら宣言してください。',
    'invitation.body':
      '「気のせいかもしれない」で構いません。宣言すると、専用チャンネルを作り、必要な人を呼び、周知と時間の管理をボットが引き受けます。',
    'invitation.declare': '🚨 インシデントを宣言する',
    'here.another': '🚨 別のインシデントを宣言する',
    'invitation.writing': ':pencil2: {{people}} が記入中です。同じ件なら、少し待つか声をかけてください。',
    'invitation.delayed':
      ':hourglass_flowing_sand: {{who}} が宣言しました。チャンネルの作成は Slack の制限で待っています（約 {{minutes}} 分）。宣言は保存されています。',
    'invitation.open': '*対応中のインシデント* （同じ件なら、そちらへ）',
    'invitation.declared': ':white_check_mark: {{who}} が宣言しました → {{channel}}',
    'form.title': 'インシデントを宣言する',
    'form.submit': '宣言する',
    'form.close': 'やめる',
    'form.intro':
      '必須は 2 つだけです。「何でもないかも」も歓迎です。あとから全部直せて、取り下げもできます。間違っていても誰も責めません。',
    'field.service': 'サービス',
    'field.summary': '何が起きていますか？',
    'hint.summary': '見たままを一言で。原因や影響は、分からなくて構いません。',
    'placeholder.summary': '例: 14時ごろから管理画面にログインできないという問い合わせが増えている',
    'field.urgency': '緊急度',
    'hint.urgency': '感じたままで。「調べているだけ」「影響なし」でも宣言できます。重さはあとで決めます。',
    'field.type': '種類',
    'field.kind': '本番・訓練・演習',
    'field.visibility': '公開範囲',
    'visibility.public': '公開',
    'visibility.private': '非公開（セキュリティなど、知る必要のある人だけ）',
    'field.detected_at': '気づいた時刻',
    'field.detected_by': '気づいたきっかけ',
    'detected.monitoring': '監視・アラート',
    'detected.customer': 'お客様からの連絡',
    'detected.employee': '社内の人の気づき',
    'detected.vendor': '取引先・ベンダーからの連絡',
    'detected.outside': '外部からの通報・報道',
    'detected.other': 'その他',
    'form.open': 'このサービスで対応中のインシデントがあります',
    'form.join': 'こちらに参加する',
    'form.apart': '別の件か、迷うときは、このまま宣言してください。あとから統合できます。',
    'joined.title': '参加しました',
    'origin.told': ':rotating_light: {{mark}}この件はインシデントとして対応を始めました → {{channel}}',
    outside:
      ':warning: 他社の人もいるチャンネルに周知します: {{channels}}\n知られて困ることは、公開の宣言に書かないでください。',
    'receipt.title': '宣言しました',
    'receipt.close': '閉じる',
    'receipt.waiting': ':hourglass_flowing_sand: チャンネル `#{{name}}` を作っています…',
    'receipt.delayed':
      ':hourglass_flowing_sand: チャンネル `#{{name}}` は、Slack の制限で順番を待っています（約 {{minutes}} 分）。\n宣言は保存されています。閉じても構いません。できしだい招待します。',
    'receipt.ready': ':white_check_mark: {{channel}} を作りました。続きはここで。あなたも招待されています。',
    'receipt.failed':
      ':warning: チャンネル `#{{name}}` をまだ作れていません。\n{{why}}\n宣言は保存されています。もう一度宣言する必要はありません。',
  },
  en: {
    'invitation.title': 'Is it an incident? If in doubt, declare it.',
    'invitation.body':
      '“It may be nothing” is welcome. Once declared, the bot makes a channel, calls the people who are needed, notifies everyone who must know, and keeps the time.',
    'invitation.declare': '🚨 Declare an incident',
    'here.another': '🚨 Declare another incident',
    'invitation.writing':
      ':pencil2: Filling in the form: {{people}}. If it is the same thing, wait a moment or talk to them.',
    'invitation.delayed':
      ':hourglass_flowing_sand: {{who}} declared it. The channel is waiting for Slack’s rate limit (about {{minutes}} min). The declaration is saved.',
    'invitation.open': '*Open incidents* (if it is one of these, join it)',
    'invitation.declared': ':white_check_mark: {{who}} declared it → {{channel}}',
    'form.title': 'Declare an incident',
    'form.submit': 'Declare',
    'form.close': 'Cancel',
    'form.intro':
      'Only two fields are required. “It may be nothing” is welcome: everything can be changed later or cancelled, and no one is blamed for asking.',
    'field.service': 'Service',
    'field.summary': 'What is happening?',
    'hint.summary': 'What you see, in a sentence. You need not know the cause or the impact.',
    'placeholder.summary': 'e.g. Since about 2 p.m. more and more customers say that they cannot sign in',
    'field.urgency': 'Urgency',
    'hint.urgency':
      'How it feels to you: “only looking into it” and “no impact” can be declared too. The level is set later.',
    'field.type': 'Type',
    'field.kind': 'Real, drill or exercise',
    'field.visibility': 'Visibility',
    'visibility.public': 'Public',
    'visibility.private': 'Private (security: only those who need to know)',
    'field.detected_at': 'Noticed at',
    'field.detected_by': 'How it was noticed',
    'detected.monitoring': 'Monitoring or an alert',
    'detected.customer': 'A customer told us',
    'detected.employee': 'Someone in the company noticed',
    'detected.vendor': 'A vendor or partner told us',
    'detected.outside': 'A report from outside, or the news',
    'detected.other': 'Other',
    'form.open': 'This service has open incidents',
    'form.join': 'Join this one',
    'form.apart': 'If yours is something else, or you are unsure, just declare: incidents can be merged later.',
    'joined.title': 'Joined',
    'origin.told': ':rotating_light: {{mark}}This is now handled as an incident → {{channel}}',
    outside:
      ':warning: This will be posted in channels shared with other companies: {{channels}}\nLeave out of a public declaration anything they must not know.',
    'receipt.title': 'Declared',
    'receipt.close': 'Close',
    'receipt.waiting': ':hourglass_flowing_sand: Creating the channel `#{{name}}` …',
    'receipt.delayed':
      ':hourglass_flowing_sand: The channel `#{{name}}` is waiting for Slack’s rate limit (about {{minutes}} min).\nYour declaration is saved. You can close this: you will be invited once the channel exists.',
    'receipt.ready': ':white_check_mark: {{channel}} is ready. Continue there: you have been invited.',
    'receipt.failed':
      ':warning: The channel `#{{name}}` could not be created yet.\n{{why}}\nYour declaration is saved: there is no need to declare again.',
  },
})
