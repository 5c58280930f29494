import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('subscriptions', {
  ja: {
    'label.subscribe': '状況をDMで受け取る',
    'label.unsubscribe': 'DMで受け取るのをやめる',
    begun: 'これから、状況の更新・レベルの変更・復旧・完了などがあったら、DMでお知らせします。',
    ended:
      'このインシデントの状況は、もうDMでお知らせしません。また受け取りたくなったら「状況をDMで受け取る」を選んでください。',
    news: ':bell: {{channel}} {{title}}',
    private: '動きがありました。内容はチャンネルで確認してください。',
    'subscriptions.begun': '{{who}} がDMでの受け取りを開始',
    'subscriptions.ended': '{{who}} がDMでの受け取りを終了',
    why: 'このインシデントの状況を、DMで受け取っています。',
  },
  en: {
    'label.subscribe': 'Get updates by DM',
    'label.unsubscribe': 'Stop updates by DM',
    begun: 'From now on you get a DM when there is an update, a new level, a recovery or the end of this incident.',
    ended: 'You get no more DMs about this incident. To get them again, choose “Get updates by DM”.',
    news: ':bell: {{channel}} {{title}}',
    private: 'There is news. Please read it in the channel.',
    'subscriptions.begun': '{{who}} chose to get updates by DM',
    'subscriptions.ended': '{{who}} stopped getting updates by DM',
    why: 'You get updates of this incident by DM.',
  },
})
