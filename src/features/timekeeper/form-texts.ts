import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('commands.drive', {
  ja: {
    'label.timekeeper': 'いまチェックポイントを出す',
    'label.snooze': 'リマインダーを遅らせる',
    'title.snooze': 'リマインダーを遅らせる',
    'submit.snooze': '遅らせる',
    'field.snooze-minutes': '次のリマインダー',
    'field.snooze-reason': '理由（みんなに見えます）',
    'hint.snooze.checkpoint': '次のチェックポイントを1回だけ遅らせます。間隔は変わりません。',
    'hint.snooze.update': '更新の催促を1回だけ遅らせます。約束した時刻は変わりません。',
  },
  en: {
    'label.timekeeper': 'Post a checkpoint now',
    'label.snooze': 'Snooze a reminder',
    'title.snooze': 'Snooze a reminder',
    'submit.snooze': 'Snooze',
    'field.snooze-minutes': 'Next reminder',
    'field.snooze-reason': 'Reason (everyone sees it)',
    'hint.snooze.checkpoint': 'Delays the next checkpoint, just this once. The interval stays the same.',
    'hint.snooze.update': 'Delays the update reminder, just this once. The promised time stays the same.',
  },
})
