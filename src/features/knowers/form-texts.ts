import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('commands.calling', {
  ja: {
    'label.exclude-people': '🔒 知っている人',
    'title.exclude-people': '知っている人',
    'submit.exclude-people': '外す',
    'tells.exclude-people': 'このインシデントを知っている人と、その理由です。ほかの人には見えません。',
    'field.excluded': '外す人',
    'hint.exclude-people':
      'すぐに何も見られなくなり、役割も外れ、チャンネルからも外れます。設定の規則では戻りません。また呼べば戻せます。',
    'why.apart': '・',
    'why.declarer': '宣言した人',
    'why.called': '人が呼んだ',
    'why.joined': '自分で参加した',
    'why.came': 'チャンネルに入った',
    'why.brought': 'チャンネルに招待された',
    'why.kept': '非公開にした人',
    'why.merged': '統合したインシデントから',
    'why.rule': '設定の規則',
    'field.reason': '理由',
  },
  en: {
    'label.exclude-people': '🔒 Who knows',
    'title.exclude-people': 'Who knows',
    'submit.exclude-people': 'Remove',
    'tells.exclude-people': 'These people know of this incident, and why. No one else sees any of it.',
    'field.excluded': 'Who to remove',
    'hint.exclude-people':
      'They lose access and their roles at once, and are removed from the channel. No rule in the settings brings them back; calling them again does.',
    'why.apart': ', ',
    'why.declarer': 'declared it',
    'why.called': 'called by someone',
    'why.joined': 'joined',
    'why.came': 'came into the channel',
    'why.brought': 'invited into the channel',
    'why.kept': 'made it private',
    'why.merged': 'from the merged incident',
    'why.rule': 'a rule in the settings',
    'field.reason': 'Reason',
  },
})
