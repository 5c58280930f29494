import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('record', {
  ja: {
    'incident.merged': '🔀 {{who}} が別のインシデントに統合',
    'incident.absorbed': '🔀 {{who}} が別のインシデントをここに統合',
    'incident.parted': '🔀 {{who}} が、統合していたインシデントを切り離し',
  },
  en: {
    'incident.merged': '🔀 {{who}} merged it into another incident',
    'incident.absorbed': '🔀 {{who}} merged another incident into this one',
    'incident.parted': '🔀 {{who}} separated an incident that had been merged into this one',
  },
})
