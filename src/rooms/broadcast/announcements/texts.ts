import { defineTexts } from '../../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast.calls', {
  ja: {
    unanswered: ':hourglass: *まだ返事のない人* が{{count}}人います: {{who}}',
    'unanswered.handler': '{{handler}} :hourglass: *まだ返事のない人* が{{count}}人います: {{who}}',
    more: '{{who}} ほか{{count}}人',
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
      '{{who}} :warning: 非公開にしましたが、 *このチャンネルはまだ公開です* 。誰でも読めます。\nチャンネルの設定から人の手で非公開に変えてください。変えられる人がいなければ、ボットが非公開のチャンネルを作って、そこへ移ります。',
    moved:
      ':lock: *ここが続きのチャンネルです* 。見てよい人を招待しました。元の {{channel}} からはボットの投稿を消し、終わったらアーカイブします。人が書いた投稿は、そちらに残ります。',
    'former-archived':
      ':file_cabinet: *{{channel}} からボットの投稿を消し、アーカイブしました* 。人が書いた投稿はまだ読めます。必要なら、書いた人に消してもらってください。',
    'bot-returned': ':wave: *ボットが戻りました* 。続きはカードからどうぞ。',
    'unanswered.next': '待つか、電話するか、ほかの人を呼ぶかを決めてください。',
  },
  en: {
    unanswered: ':hourglass: *No answer yet* from {{count}}: {{who}}',
    'unanswered.handler': '{{handler}} :hourglass: *No answer yet* from {{count}}: {{who}}',
    more: '{{who}} and {{count}} more',
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
      '{{who}} :warning: The incident is private, but *this channel is still public*: everyone can read it.\nPlease make it private in the channel’s settings. If no one can, the bot makes a private channel and the incident moves there.',
    moved:
      ':lock: *The incident continues here*. Everyone with access has been invited. The bot deletes its messages in {{channel}}, then archives it. What people wrote stays there.',
    'former-archived':
      ':file_cabinet: *The bot deleted its messages in {{channel}} and archived it*. What people wrote can still be read there: if needed, ask whoever posted it to delete it.',
    'bot-returned': ':wave: *The bot is back*. Continue from the card.',
    'unanswered.next': 'Decide whether to wait, phone them, or call someone else.',
  },
})
