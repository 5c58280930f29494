import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('card.followed', {
  ja: {
    left: ':wave: {{channel}}（{{title}}）から *ボットが外されました* 。カードの更新や招待が止まっています。',
    'left.by': '外した人: {{who}}',
    'left.public': '続けるには、下のボタンで戻すか、チャンネルで `/invite @sssbot` と入力してください。',
    'left.private': '続けるには、チャンネルで `/invite @sssbot` と入力してください。',
    unarchive: ':file_cabinet: {{channel}}（{{title}}）を再開しましたが、 *チャンネルがアーカイブされたまま* です。',
    'unarchive.public':
      'ボットには解除できません。チャンネルを開き「チャンネルをアーカイブ解除する」を押してください。あとはボットが自分で戻ります。',
    'unarchive.private':
      'ボットには解除できません。チャンネルを開き「チャンネルをアーカイブ解除する」を押してから、`/invite @sssbot` と入力してください。',
  },
  en: {
    left: ':wave: *The bot was removed* from {{channel}} ({{title}}). Card updates and invitations have stopped.',
    'left.by': 'Removed by {{who}}',
    'left.public': 'To continue, bring it back with the button, or type `/invite @sssbot` in the channel.',
    'left.private': 'To continue, type `/invite @sssbot` in the channel.',
    unarchive: ':file_cabinet: {{channel}} ({{title}}) was reopened, but *the channel is still archived*.',
    'unarchive.public':
      'The bot cannot unarchive it. Open the channel and press “Unarchive channel”; the bot then comes back by itself.',
    'unarchive.private':
      'The bot cannot unarchive it. Open the channel, press “Unarchive channel”, and then type `/invite @sssbot`.',
  },
})
