import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast', {
  ja: {
    'detail.archived-due': 'ボットがアーカイブしました',
    'announce.channel.archived': ':file_cabinet: {{mark}}*チャンネルがアーカイブされました* ｜ {{title}}',
    'announce.channel.deleted':
      ':wastebasket: {{mark}}*チャンネルが削除されました* ｜ {{title}}\nインシデントと記録は残っています。対応が続くなら、話す場所をここで決めてください。',
  },
  en: {
    'detail.archived-due': 'Archived by the bot',
    'announce.channel.archived': ':file_cabinet: {{mark}}*The channel was archived* | {{title}}',
    'announce.channel.deleted':
      ':wastebasket: {{mark}}*The channel was deleted* | {{title}}\nThe incident and its record are kept. If the response goes on, please agree here on where to talk.',
  },
})

export const moreTexts = defineTexts('broadcast.calls', {
  ja: {
    'linked.channel': ':link: *周知先を足しました* ｜ {{channel}}',
    'linked.thread': ':link: *周知先を足しました* ｜ {{channel}} のスレッド',
    'linked.private':
      '{{channel}} は非公開です。ボットが入っていなければ、そちらで `/invite @sssbot` と入力してください。',
    'unlinked.unlinked': ':link: *周知をやめました* ｜ {{channel}}',
    'unlinked.archived': ':file_cabinet: *チャンネルがアーカイブか削除されたので、周知を止めました* ｜ {{channel}}',
    'heard-again': ':link: *アーカイブが解除されたので、周知を再開しました* ｜ {{channel}}',
    'converted.private':
      ':lock: *このチャンネルは非公開になりました* 。周知はこれまでどおり続きます。周知の内容も伏せるなら、メニューから公開範囲を変えてください。',
    'converted.public': ':unlock: *このチャンネルは公開になりました* 。',
    'still-public':
      ':warning: {{who}} 非公開にしましたが、 *このチャンネルはまだ公開です* 。誰でも読めます。\nチャンネルの設定から人の手で非公開に変えてください。変えられる人がいなければ、ボットが非公開のチャンネルを作って、そこへ移ります。',
    moved:
      ':lock: *ここが続きのチャンネルです* 。見てよい人を招待しました。元の {{channel}} からはボットの投稿を消し、終わったらアーカイブします。人が書いた投稿は、そちらに残ります。',
    'former-archived':
      ':file_cabinet: *{{channel}} からボットの投稿を消し、アーカイブしました* 。人が書いた投稿はまだ読めます。必要なら、書いた人に消してもらってください。',
    'bot-returned': ':wave: *ボットが戻りました* 。続きはカードからどうぞ。',
  },
  en: {
    'linked.channel': ':link: *Now also notified* | {{channel}}',
    'linked.thread': ':link: *Now also notified* | a thread in {{channel}}',
    'linked.private': '{{channel}} is private: if the bot is not in it, type `/invite @sssbot` there.',
    'unlinked.unlinked': ':link: *No longer notified* | {{channel}}',
    'unlinked.archived': ':file_cabinet: *No longer notified, as it was archived or deleted* | {{channel}}',
    'heard-again': ':link: *Unarchived, and notified again* | {{channel}}',
    'converted.private':
      ':lock: *This channel is private now*. Broadcasts continue as before: to hide their content too, change the visibility in the menu.',
    'converted.public': ':unlock: *This channel is public now*.',
    'still-public':
      ':warning: {{who}} The incident is private, but *this channel is still public*: everyone can read it.\nPlease make it private in the channel’s settings. If no one can, the bot makes a private channel and the incident moves there.',
    moved:
      ':lock: *The incident continues here*. Everyone with access has been invited. The bot deletes its messages in {{channel}}, then archives it. What people wrote stays there.',
    'former-archived':
      ':file_cabinet: *The bot deleted its messages in {{channel}} and archived it*. What people wrote can still be read there: if needed, ask whoever posted it to delete it.',
    'bot-returned': ':wave: *The bot is back*. Continue from the card.',
  },
})
