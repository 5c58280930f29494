import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('record', {
  ja: {
    'timekeeper.snoozed': '💤 {{who}} がリマインダーを {{when}} まで遅らせた（{{reason}}）',
  },
  en: {
    'timekeeper.snoozed': '💤 {{who}} snoozed a reminder until {{when}} ({{reason}})',
  },
})
