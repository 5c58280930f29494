import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('card.todos', {
  ja: {
    'recovery.ask':
      ':thinking_face: {{mark}}{{who}} の発言を見ると、復旧したようです。そうなら、ここから宣言してください。周知先すべてに知らせ、タイムキーパーも止まります。まだなら、このままで構いません。',
    'recovery.asked': ':thinking_face: 復旧したかどうかを聞きました',
  },
  en: {
    'recovery.ask':
      ':thinking_face: {{mark}}From what {{who}} said, it looks recovered. If it is, declare it here: every notified channel is told, and the timekeeper stops. If not, just leave this.',
    'recovery.asked': ':thinking_face: Asked whether it is recovered',
  },
})
