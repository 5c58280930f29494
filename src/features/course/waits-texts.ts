import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('home', {
  ja: {
    'waiting.complete': ':white_check_mark: {{where}} 復旧しています。片付けて完了にしてください（{{title}}）',
  },
  en: {
    'waiting.complete': ':white_check_mark: {{where}} Recovered: clean up and complete it ({{title}})',
  },
})
