import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('home', {
  ja: {
    title: 'インシデント対応',
    lead: '迷ったら宣言してください。何でもなければ取り下げられます。',
    declare: '🚨 インシデントを宣言する',
    open: '対応中のインシデント',
    none: 'いま対応中のインシデントはありません。',
    more: 'ほか {{count}} 件',
    ways: 'ほかの始め方: チャンネルで `@sssbot` と書く ／ `/incident` ／ 投稿のメニューから「この投稿からインシデントを作る」',
  },
  en: {
    title: 'Incident response',
    lead: 'If in doubt, declare. It can be cancelled if it was nothing.',
    declare: '🚨 Declare an incident',
    open: 'Open incidents',
    none: 'There is no open incident now.',
    more: 'and {{count}} more',
    ways: 'Other ways to begin: write `@sssbot` in a channel, type `/incident`, or use a message’s menu',
  },
})
