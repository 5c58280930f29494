import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('commands.drive', {
  ja: {
    'label.set-visibility': '公開範囲を変える',
    'title.set-visibility': '公開範囲を変える',
    'field.visibility': '公開範囲',
    'visibility.public': '公開',
    'visibility.private': '非公開（知る必要のある人だけ）',
    'visibility.hide':
      '非公開にすると、周知・一覧・ほかのインシデントのカード・issue・Pull Request から、ボットの書いた内容をすぐに消します。直せない投稿は削除し、それもできなければ、どこに残ったかをカードに出します。\n *残るもの* : 人が書いた投稿（周知のスレッドなど）、送信済みの呼び出しと通知、GitHub の履歴。必要なら書いた人に消してもらってください。\nチャンネルそのものは、Slack の決まりでボットには非公開にできません。 *チャンネルの設定から人の手で* 非公開に変えてください。',
    'visibility.losing':
      '*見られなくなる人* : {{people}}\n設定の規則で呼ばれた人と、自分で参加した人です。すぐに何も見られなくなり、チャンネルからも外れます。必要な人は、あとから「📣 人を呼ぶ」で戻せます。',
    'visibility.losing.more': 'ほか{{count}}人',
    'visibility.losing.none': '*見られなくなる人* : なし',
    'visibility.reveal':
      '公開にすると、 *ワークスペースの全員* が概要・影響・レベルを読めます。\n次のチャンネルに内容を知らせます: {{channels}}\n招集する人: {{people}}',
    'visibility.nobody': 'なし',
    'label.move-channel': '🔒 非公開のチャンネルへ移す',
    'title.move-channel': '非公開のチャンネルへ移す',
    'submit.move-channel': '移す',
    'move.makes':
      '非公開のチャンネルを新しく作り、見てよい人だけを招待します: {{people}}\nカード・TODO・このあとの知らせは、そちらに出ます。記録はそのまま続きます。チャンネル名から内容は分かりません。',
    'move.cleans':
      'そのあと {{channel}} からボットの投稿を消し、最後にアーカイブします。消せない投稿が残ったら、アーカイブせずに、どこに残ったかをカードに出します。',
    'move.stays':
      '*残るもの* : {{channel}} に人が書いた投稿とファイル、Slack が出した行（トピックの変更など）。アーカイブしたあとも社内の誰でも読めます。必要なら、書いた人に消してもらってください。',
    'move.instead':
      'チャンネルの設定から人の手で非公開に変えられるなら、そのほうが確実です。会話ごと非公開になり、移る必要もありません。',
  },
  en: {
    'label.set-visibility': 'Change the visibility',
    'title.set-visibility': 'Change the visibility',
    'field.visibility': 'Visibility',
    'visibility.public': 'Public',
    'visibility.private': 'Private (need to know)',
    'visibility.hide':
      'If you make it private, what the bot has written is removed at once: broadcasts, lists, cards of other incidents, issues, pull requests. Messages that cannot be edited are deleted; where that fails, the card says where they are.\n*What stays*: what people wrote (such as replies in broadcast threads), pages and notifications already sent, GitHub’s history. If needed, ask whoever wrote it to delete it.\nSlack does not let a bot convert the channel itself: please make it private *in the channel’s settings*.',
    'visibility.losing':
      '*Who loses access*: {{people}}\nThe settings called them, or they joined by themselves. They lose access at once and are removed from the channel. Bring back whoever is needed with “📣 Call people”.',
    'visibility.losing.more': 'and {{count}} more',
    'visibility.losing.none': '*Who loses access*: no one',
    'visibility.reveal':
      'If you make it public, *everyone in the workspace* can read its summary, impact and level.\nThese channels are notified: {{channels}}\nThese people are called: {{people}}',
    'visibility.nobody': 'no one',
    'label.move-channel': '🔒 Move to a private channel',
    'title.move-channel': 'Move to private channel',
    'submit.move-channel': 'Move',
    'move.makes':
      'The bot creates a private channel and invites only those with access: {{people}}\nThe card, the TODOs and all further news appear there, and the record continues. The channel’s name gives nothing away.',
    'move.cleans':
      'Then the bot deletes its messages in {{channel}}, and last of all archives that channel. If a message cannot be deleted, the channel is not archived, and the card says where the message is.',
    'move.stays':
      '*What stays*: messages and files that people posted in {{channel}}, and Slack’s own lines (such as changes of the topic). Everyone in the workspace can read them, even once it is archived. If needed, ask whoever posted them to delete them.',
    'move.instead':
      'If someone can make the channel private in its settings, that is safer: the whole conversation becomes private, and nothing has to move.',
  },
})

export const callingTexts = defineTexts('commands.calling', {
  ja: {
    'label.exclude-people': '🔒 知っている人',
    'title.exclude-people': '知っている人',
    'submit.exclude-people': '外す',
    'tells.exclude-people': 'このインシデントを知っている人と、その理由です。ほかの人には見えません。',
    'field.excluded': '外す人',
    'hint.exclude-people':
      'すぐに何も見られなくなり、役割も外れ、チャンネルからも外れます。設定の規則では戻りません。また呼べば戻せます。',
    'field.reason': '理由',
    'why.apart': '・',
    'why.declarer': '宣言した人',
    'why.called': '人が呼んだ',
    'why.joined': '自分で参加した',
    'why.came': 'チャンネルに入った',
    'why.brought': 'チャンネルに招待された',
    'why.kept': '非公開にした人',
    'why.merged': '統合したインシデントから',
    'why.rule': '設定の規則',
  },
  en: {
    'label.exclude-people': '🔒 Who knows',
    'title.exclude-people': 'Who knows',
    'submit.exclude-people': 'Remove',
    'tells.exclude-people': 'These people know of this incident, and why. No one else sees any of it.',
    'field.excluded': 'Who to remove',
    'hint.exclude-people':
      'They lose access and their roles at once, and are removed from the channel. No rule in the settings brings them back; calling them again does.',
    'field.reason': 'Reason',
    'why.apart': ', ',
    'why.declarer': 'declared it',
    'why.called': 'called by someone',
    'why.joined': 'joined',
    'why.came': 'came into the channel',
    'why.brought': 'invited into the channel',
    'why.kept': 'made it private',
    'why.merged': 'from the merged incident',
    'why.rule': 'a rule in the settings',
  },
})
