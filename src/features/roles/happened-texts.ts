import { defineTexts } from '../../kit/i18n/index.ts'

/** As the timeline tells it. */
export const texts = defineTexts('record', {
  ja: {
    'roles.handler_taken': '🙋 {{who}} がハンドラーに',
    'roles.handler_released': '👋 {{user}} がハンドラーを離れた',
    'roles.handed_over': '🤝 ハンドラーを {{from}} から {{to}} へ引き継ぎ',
    'roles.role_claimed': '🙌 {{user}} が{{role}}に',
    'roles.hand_over_proposed': '🤝 {{who}} が {{to}} に{{role}}を依頼',
    'roles.hand_over_dropped': '🤝 {{to}} への{{role}}の依頼は取り消し',
    'roles.hand_over_dropped.declined': '🤝 {{to}} は{{role}}を辞退',
    'roles.tier_called': '📟 ハンドラー不在のため、次のエスカレーション先（{{tier}}）の {{count}} 人を呼び出し',
    'roles.vacancy_nudged': '🙋 {{count}} 回呼びかけたが、ハンドラーは不在のまま',
  },
  en: {
    'roles.handler_taken': '🙋 {{who}} became handler',
    'roles.handler_released': '👋 {{user}} is no longer handler',
    'roles.handed_over': '🤝 {{from}} handed over to {{to}} as handler',
    'roles.role_claimed': '🙌 {{user}} became {{role}}',
    'roles.hand_over_proposed': '🤝 {{who}} asked {{to}} to be {{role}}',
    'roles.hand_over_dropped': '🤝 The request to {{to}} to be {{role}} was withdrawn',
    'roles.hand_over_dropped.declined': '🤝 {{to}} declined to be {{role}}',
    'roles.tier_called': '📟 No handler: the next escalation tier ({{tier}}) was called (people: {{count}})',
    'roles.vacancy_nudged': '🙋 Still no handler after {{count}} reminders',
  },
})

/** As the record of changes alone tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'roles.role_released': '{{who}} が役割を降りた',
    'assembly.joined': '{{who}} が参加',
    'what.handler': 'ハンドラー',
  },
  en: {
    'roles.role_released': '{{who}} stepped down from a role',
    'assembly.joined': '{{who}} joined',
    'what.handler': 'Handler',
  },
})
