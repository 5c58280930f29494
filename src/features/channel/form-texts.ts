import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('commands.linking', {
  ja: {
    'label.link-channel': '🔗 周知先を足す',
    'label.unlink-channel': 'ここへの周知をやめる',
    'label.bring-back': 'ボットを戻す',
    'coming-back': 'チャンネルに戻ります。',
    'title.link-channel': '周知先を足す',
    'submit.link-channel': '足す',
    'tells.link-channel': '選んだ場所に、いまの状況と、このあとの節目（レベル・復旧・再開・完了など）を知らせます。',
    'field.channel': 'チャンネル',
    'hint.channel': '非公開のチャンネルには、先に @sssbot を招待してください。',
    'field.thread': 'スレッド',
    'hint.thread': '特定のスレッドだけに知らせるときは、メッセージのリンクを貼ってください。',
    'unlinked.here': 'ここへの周知をやめました。いまある投稿は、これからも最新の状態に直します。',
  },
  en: {
    'label.link-channel': '🔗 Notify another channel',
    'label.unlink-channel': 'Stop notifying this place',
    'label.bring-back': 'Bring the bot back',
    'coming-back': 'The bot is coming back to the channel.',
    'title.link-channel': 'Notify a channel',
    'submit.link-channel': 'Notify',
    'tells.link-channel':
      'It is told the current status now, and every milestone later: level, recovery, reopening, completion and so on.',
    'field.channel': 'Channel',
    'hint.channel': 'For a private channel, invite @sssbot to it first.',
    'field.thread': 'Thread',
    'hint.thread': 'To notify a single thread, paste the link to a message in it.',
    'unlinked.here': 'This place is no longer notified. The message that is here already is kept up to date.',
  },
})
