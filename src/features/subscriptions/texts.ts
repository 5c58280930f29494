import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('subscriptions', {
  ja: {
    'label.subscribe': '状況をDMで受け取る',
    begun: 'これから、状況の更新・レベルの変更・復旧・完了などがあったら、DMでお知らせします。',
    news: ':bell: {{channel}} {{title}}',
    private: '動きがありました。内容はチャンネルで確認してください。',
    why: 'このインシデントの状況を、DMで受け取っています。',
  },
  en: {
    'label.subscribe': 'Get updates by DM',
    begun: 'From now on you get a DM when there is an update, a new level, a recovery or the end of this incident.',
    news: ':bell: {{channel}} {{title}}',
    private: 'There is news. Please read it in the channel.',
    why: 'You get updates of this incident by DM.',
  },
})
