import { defineTexts } from '../../kit/i18n/index.ts'

/** What stands on the bot's own pages, and behind a link that is no good any more. */
export const texts = defineTexts('pages', {
  ja: {
    title: 'sssbot は動いています',
    unwell: 'sssbot は起動していますが、正常に働いていません',
    details: '詳しい状態は、運用している人が npm run doctor で確かめられます。',
    shut: 'Slack がボットを受け付けません（{{why}}）。アプリを再インストールするか、トークンを取り替えてください。処理待ちのものはすべて残っていて、つながれば続きから進みます。',
    'trouble.database': 'データベースが応答しません。',
    'trouble.slack': 'Slack とつながっていません。',
    'trouble.work': '予定の時刻を過ぎても、5分以上進んでいない処理があります。',
    lead: 'インシデント対応は Slack の中で行います。ボットに話しかけてください: @sssbot',
    slack: 'Slack との接続',
    connected: 'つながっています',
    waiting: '待っています（自動でつなぎ直します）',
    database: 'データベース',
    open: '未完了の公開インシデント',
    filling: '検索の準備',
    filled: '{{of}}件のうち{{n}}件を読み込みました',
    try: 'サンドボックスを開く',
    signIn: 'ダッシュボードを開く',
    others:
      '別の sssbot が同じ Slack アプリにつながっていて、イベントの一部を受け取っています。そちらを止めるか、別のアプリを作って分けてください。',
    aside:
      '何度試しても失敗した、またはデータを読めないため、止めてある予定や処理があります（2週間残ります）: {{n}}件。名前はログの "set aside" にあります。',
    parked:
      '何度試しても処理できなかった Slack のイベントがあります（2週間残ります）: {{n}}件。理由はログの "given up" にあります。',
    again: '止めてあるものをもう一度試す',
    refused: '設定ファイルに誤りがあります。直すまで、前の設定のまま動きます。',
    missing: 'このページはありません',
    elsewhere: 'アドレスが途中で切れているか、ページがなくなっています。',
    home: '未完了のインシデントを見る',
    'download.gone':
      'このリンクは使えないか、期限が切れています。Slack のカードのメニューから、もう一度取り出してください。',
  },
  en: {
    title: 'sssbot is running',
    unwell: 'sssbot is running, but does not work properly',
    details: 'Whoever runs it can see more with npm run doctor.',
    shut: 'Slack does not accept the bot ({{why}}). Reinstall the app, or replace the token. All work is kept and continues once it is connected.',
    'trouble.database': 'The database does not answer.',
    'trouble.slack': 'The bot is not connected to Slack.',
    'trouble.work': 'Something that was due has not moved for more than five minutes.',
    lead: 'Incident response happens in Slack. Mention the bot there: @sssbot',
    slack: 'Connection to Slack',
    connected: 'connected',
    waiting: 'waiting (it reconnects by itself)',
    database: 'Database',
    open: 'Open public incidents',
    filling: 'Preparing the search',
    filled: '{{n}} of {{of}} incidents read',
    try: 'Open the sandbox',
    signIn: 'Open the dashboard',
    others:
      'Another sssbot is connected to the same Slack app and receives some of its events. Stop it, or give it an app of its own.',
    aside:
      'Timers and jobs that kept failing, or whose data cannot be read, were set aside (kept for two weeks): {{n}}. The log names them under "set aside".',
    parked:
      'Events from Slack that could not be processed were given up (kept for two weeks): {{n}}. The log has the reasons under "An event was given up".',
    again: 'Try them again',
    refused: 'The settings file has errors. Until they are fixed, the previous settings stay in force.',
    missing: 'Page not found',
    elsewhere: 'The address may have been cut off, or the page is gone.',
    home: 'See open incidents',
    'download.gone':
      'This link does not work, or has expired. Please get a new one in Slack, from the menu of the incident’s card.',
  },
})
