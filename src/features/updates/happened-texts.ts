import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('record', {
  ja: {
    'updates.overdue': '⏰ 約束した更新（{{when}}）が出なかった',
    'updates.unchanged': '📣 {{who}}: 変わりなし（次の更新を延長）',
    'updates.posted': '📣 {{who}} の状況更新: {{condition}}',
  },
  en: {
    'updates.overdue': '⏰ The update promised for {{when}} did not come',
    'updates.unchanged': '📣 {{who}}: no change (next update extended)',
    'updates.posted': '📣 Update by {{who}}: {{condition}}',
  },
})
