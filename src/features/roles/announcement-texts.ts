import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast', {
  ja: {
    'announce.roles.handler_taken': ':raising_hand: {{mark}}{{who}} が *ハンドラー* になりました',
    'announce.roles.handed_over': ':handshake: {{mark}}{{from}} から {{to}} へ、 *ハンドラー* を引き継ぎました',
    'announce.roles.role_claimed': ':raised_hands: {{mark}}{{who}} が *{{role}}* を引き受けました',
    'announce.roles.role_released.gave-up': ':wave: {{mark}}{{who}} が *{{role}}* を降りました',
    'announce.roles.role_released.excluded': ':wave: {{mark}}{{who}} を知っている人から外し、 *{{role}}* が空きました',
    'announce.roles.role_released.left-channel': ':wave: {{mark}}{{who}} がチャンネルを離れ、 *{{role}}* が空きました',
    'announce.roles.role_released.deactivated':
      ':wave: {{mark}}{{who}} のアカウントが停止され、 *{{role}}* が空きました',
    'detail.roles': '役割を引き受ける',
  },
  en: {
    'announce.roles.handler_taken': ':raising_hand: {{mark}}{{who}} is now the *handler*',
    'announce.roles.handed_over': ':handshake: {{mark}}{{from}} handed over: {{to}} is now the *handler*',
    'announce.roles.role_claimed': ':raised_hands: {{mark}}{{who}} is now *{{role}}*',
    'announce.roles.role_released.gave-up': ':wave: {{mark}}{{who}} is no longer *{{role}}*',
    'announce.roles.role_released.excluded':
      ':wave: {{mark}}{{who}} was removed from “Who knows” and is no longer *{{role}}*',
    'announce.roles.role_released.left-channel': ':wave: {{mark}}{{who}} left the channel and is no longer *{{role}}*',
    'announce.roles.role_released.deactivated':
      ':wave: {{mark}}The account of {{who}} was deactivated: they are no longer *{{role}}*',
    'detail.roles': 'Take a role',
  },
})
