import { defineTexts } from '../../../kit/i18n/index.ts'

/** What stands on the pages of the sign-in. */
export const texts = defineTexts('sign-in', {
  ja: {
    title: 'サインイン',
    again: 'もう一度サインインする',
    'ask.lead':
      'Slack のあなた宛てに、サインイン用のリンクをボットが送ります。このブラウザーで、5分以内に開いてください。',
    'ask.name': 'Slack のユーザー名、またはメールアドレス',
    'ask.send': 'リンクを送る',
    'sent.title': 'Slack を確認してください',
    'sent.lead':
      'ダイレクトメッセージでリンクを送りました。このブラウザーで、5分以内に開いてください。1回だけ使えます。',
    'sent.nothing': '届かないときは、ユーザー名を確かめて、数分おいてからもう一度お試しください。',
    'none.title': 'サインインの準備ができていません',
    'none.lead': 'ダッシュボードを使うには、ボットを運用している人が、次の設定をして起動し直してください。',
    'none.address': 'SSSBOT_URL に、ブラウザーからボットに届くアドレスを書きます（例: https://sssbot.example.com）。',
    'none.client': 'SLACK_CLIENT_ID と SLACK_CLIENT_SECRET に、Slack アプリの Basic Information にある値を書きます。',
    'none.redirect': 'Slack アプリの OAuth & Permissions で、Redirect URL に {{redirect}} を足します。',
    'failed.title': 'サインインできませんでした',
    'failed.cancelled': 'Slack でサインインが取り消されました。',
    'failed.stale':
      'このブラウザーで始めたサインインではないか、時間が切れました。リンクは、サインインを始めたのと同じブラウザーで開いてください。',
    'failed.elsewhere':
      '別のワークスペースのアカウントでサインインしています。ボットがいるワークスペースのアカウントで、もう一度サインインしてください。',
    'failed.gone':
      'この Slack アカウントは無効になっています。必要なときは、有効にするようワークスペースの管理者に頼んでから、もう一度サインインしてください。',
    'failed.away': 'Slack から確認が取れませんでした。少し待って、もう一度お試しください。',
    'failed.fast': '試行が多すぎます。1分ほど待って、もう一度お試しください。',
    'failed.origin': 'この操作は、ダッシュボードのページからだけ行えます。',
    'failed.display': 'この大画面用のリンクは、もう使えません。ボットの管理者に、新しいリンクを頼んでください。',
  },
  en: {
    title: 'Sign in',
    again: 'Sign in again',
    'ask.lead': 'The bot sends you a link by direct message in Slack. Open it within 5 minutes, in this browser.',
    'ask.name': 'Your Slack username or e-mail address',
    'ask.send': 'Send the link',
    'sent.title': 'Check Slack',
    'sent.lead':
      'A link is on its way to you by direct message. Open it within 5 minutes, in this browser. It works once.',
    'sent.nothing': 'Nothing there? Check the username, wait a few minutes, and try again.',
    'none.title': 'Sign-in is not set up yet',
    'none.lead': 'To use the dashboard, whoever runs the bot has to set the following and restart it.',
    'none.address': 'SSSBOT_URL: where browsers reach the bot, such as https://sssbot.example.com',
    'none.client': 'SLACK_CLIENT_ID and SLACK_CLIENT_SECRET: from the Slack app’s Basic Information',
    'none.redirect': 'In the Slack app, under OAuth & Permissions, add {{redirect}} as a redirect URL',
    'failed.title': 'You are not signed in',
    'failed.cancelled': 'The sign-in was cancelled in Slack.',
    'failed.stale':
      'This sign-in was not started in this browser, or took too long. Open the link in the browser where you started.',
    'failed.elsewhere':
      'You signed in with an account of another workspace. Please sign in with one of the workspace that the bot is in.',
    'failed.gone':
      'This Slack account is deactivated. If you need it, ask a workspace admin to reactivate it, then sign in again.',
    'failed.away': 'Slack did not confirm who you are. Please wait a moment and try again.',
    'failed.fast': 'Too many attempts. Please wait a minute and try again.',
    'failed.origin': 'This can only be done from a page of the dashboard.',
    'failed.display': 'This wall-screen link no longer works. Ask the bot’s administrator for a new one.',
  },
})

/** Why nobody was signed in. */
export type Failed = 'cancelled' | 'stale' | 'elsewhere' | 'gone' | 'away' | 'fast' | 'origin' | 'display'
