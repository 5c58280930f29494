import { defineTexts } from '../../kit/i18n/index.ts'

/** As the timeline tells it. */
export const texts = defineTexts('record', {
  ja: {
    'visibility.public': '公開',
    'visibility.private': '非公開',
    'incident.visibility_set': '🔒 {{who}} が{{to}}に変更',
    'assembly.narrowed': '🔒 非公開になり、{{people}} は見られなくなった',
    'assembly.excluded': '🔒 {{who}} が {{people}} を知っている人から外した',
    'list.more': 'ほか{{count}}人',
  },
  en: {
    'visibility.public': 'public',
    'visibility.private': 'private',
    'incident.visibility_set': '🔒 {{who}} made it {{to}}',
    'assembly.narrowed': '🔒 Now private: {{people}} lost access',
    'assembly.excluded': '🔒 {{who}} removed {{people}} from “Who knows”',
    'list.more': 'and {{count}} more',
  },
})

/** As the record of changes alone tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'channel.move_wanted': '{{who}} が非公開のチャンネルへの移動を指示',
    'channel.former_archived': '元のチャンネルからボットの投稿を消し、アーカイブ',
    'what.visibility': '公開範囲',
  },
  en: {
    'channel.move_wanted': '{{who}} asked to move to a private channel',
    'channel.former_archived': 'The bot’s messages in the former channel were deleted, and it was archived',
    'what.visibility': 'Visibility',
  },
})
