import { defineTexts } from '../../../kit/i18n/index.ts'

export const texts = defineTexts('actions.issues', {
  ja: {
    'title.gone': 'アクションアイテム {{n}}（元の投稿は削除されました）',
    'title.withdrawn': '（取り下げました）',
    'body.incident': 'インシデント（{{service}}、{{channel}}）のアクションアイテムです。',
    'body.private': '非公開のインシデントのアクションアイテムです。',
    'body.postmortem': 'ポストモーテム',
    'body.drill': '訓練',
    'body.exercise': '演習',
    'body.size': '大きさ: {{size}}',
    'body.how':
      '状態、担当（assignee）、期限（ラベル `due:2026-12-01` の形）は Slack 側と同期します。クローズすると「終わった」、not planned でクローズすると「やらない」になります。1行目のコメントは消さないでください。',
    'body.withdrawn': 'このアクションアイテムは、ここでは扱わなくなりました。',
    'kind.prevent': '再発防止（起こさない）',
    'kind.detect': '検知の改善（早く気づく）',
    'kind.mitigate': '緩和',
    'kind.process': 'プロセス',
  },
  en: {
    'title.gone': 'Action item {{n}} (its message was deleted)',
    'title.withdrawn': '(withdrawn)',
    'body.incident': 'An action item of an incident ({{service}}, {{channel}}).',
    'body.private': 'An action item of a private incident.',
    'body.postmortem': 'Postmortem',
    'body.drill': 'Drill',
    'body.exercise': 'Exercise',
    'body.size': 'Size: {{size}}',
    'body.how':
      'State, assignee and due date (a label like `due:2026-12-01`) are kept in sync with Slack. Closed means done, closed as not planned means waived. Please do not remove the comment in the first line.',
    'body.withdrawn': 'This action item is no longer tracked here.',
    'kind.prevent': 'Prevent',
    'kind.detect': 'Detect',
    'kind.mitigate': 'Mitigate',
    'kind.process': 'Process',
  },
})
