import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('record', {
  ja: {
    'incident.declared': '🚨 {{who}} が宣言',
    'incident.recovered': '✅ 復旧（宣言: {{who}}）',
    'incident.reopened': '🚨 {{who}} が再開',
    'incident.reopened.reason': '🚨 {{who}} が再開（理由: {{reason}}）',
    'incident.completed': '🏁 {{who}} が完了に',
    'incident.cancelled': '↩️ {{who}} が取り下げ',
    'incident.cancelled.reason': '↩️ {{who}} が取り下げ（理由: {{reason}}）',
  },
  en: {
    'incident.declared': '🚨 {{who}} declared it',
    'incident.recovered': '✅ Recovered (declared by {{who}})',
    'incident.reopened': '🚨 {{who}} reopened it',
    'incident.reopened.reason': '🚨 {{who}} reopened it (reason: {{reason}})',
    'incident.completed': '🏁 {{who}} completed it',
    'incident.cancelled': '↩️ {{who}} cancelled it',
    'incident.cancelled.reason': '↩️ {{who}} cancelled it (reason: {{reason}})',
  },
})
