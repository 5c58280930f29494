import { defineTexts } from '../../kit/i18n/index.ts'

/** As the timeline tells it. */
export const texts = defineTexts('record', {
  ja: {
    'channel.created': '#️⃣ チャンネルを作成（{{who}}）',
    'channel.archived': '🗄️ {{who}} がチャンネルをアーカイブ',
    'channel.archived.deleted': '🗑️ {{who}} がチャンネルを削除',
    'channel.unarchived': '🗄️ {{who}} がチャンネルを元に戻した',
    'channel.bot_left': '🙈 ボットがチャンネルから外れた（{{who}}）',
    'channel.moved': '🔒 非公開のチャンネルへ移った',
    'channel.bot_returned': '👀 ボットがチャンネルに戻った',
    'assembly.linked': '🔗 {{who}} が周知先を足した',
    'assembly.linked.thread': '🔗 {{who}} が周知先を足した（スレッド）',
    'assembly.unlinked': '🔗 周知先を1つ外した（{{who}}）',
  },
  en: {
    'channel.created': '#️⃣ The channel was created ({{who}})',
    'channel.archived': '🗄️ {{who}} archived the channel',
    'channel.archived.deleted': '🗑️ {{who}} deleted the channel',
    'channel.unarchived': '🗄️ {{who}} unarchived the channel',
    'channel.bot_left': '🙈 The bot was removed from the channel ({{who}})',
    'channel.moved': '🔒 The incident moved to a private channel',
    'channel.bot_returned': '👀 The bot came back to the channel',
    'assembly.linked': '🔗 {{who}} added a channel to those notified',
    'assembly.linked.thread': '🔗 {{who}} added a thread to those notified',
    'assembly.unlinked': '🔗 A place is no longer notified ({{who}})',
  },
})

/** As the record of changes alone tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'channel.renamed': 'チャンネル名を変更',
    'channel.converted': 'チャンネルの公開範囲を変更',
    'what.name': '名前',
  },
  en: {
    'channel.renamed': 'The channel was renamed',
    'channel.converted': 'The channel’s visibility was changed',
    'what.name': 'Name',
  },
})
