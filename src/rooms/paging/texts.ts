import { defineTexts } from '../../kit/i18n/index.ts'

/** What stands on a telephone that rings. */
export const texts = defineTexts('paging', {
  ja: {
    'title.real': '{{service}}: {{summary}}',
    'title.practice': '【{{kind}}】{{service}}: {{summary}}',
    'title.private': '非公開のインシデント（{{id}}）',
  },
  en: {
    'title.real': '{{service}}: {{summary}}',
    'title.practice': '[{{kind}}] {{service}}: {{summary}}',
    'title.private': 'A private incident ({{id}})',
  },
})
