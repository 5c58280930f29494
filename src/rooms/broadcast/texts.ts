import { defineTexts, retireTexts } from '../../kit/i18n/index.ts'

retireTexts(
  'broadcast.brief.action',
  'broadcast.brief.action.none',
  'broadcast.brief.harm',
  'broadcast.detail.to-archive',
)

export const texts = defineTexts('broadcast', {
  ja: {
    'title.responding': '{{mark}}*インシデントの対応を始めました*',
    'title.recovered': '{{mark}}*復旧しました*',
    'title.completed': '{{mark}}*対応が完了しました*',
    'title.cancelled': '{{mark}}*インシデントを取り下げました*',
    'title.merged': '{{mark}}*ほかのインシデントに統合しました*',
    'line.state': 'レベル: {{level}} ｜ ハンドラー: {{handler}}',
    'line.where': 'チャンネル: {{channel}} ｜ 宣言: {{who}} {{when}}',
    'line.archived': 'チャンネルはアーカイブ済みです',
    'line.update': '{{report}}（{{when}}）: {{condition}}',
    private: '{{mark}}🔒 非公開のインシデント ｜ 状態: {{status}}',
    'private.no-more': ':lock: 見られる人を限ったため、ここに知らせた内容を消しました。',
  },
  en: {
    'title.responding': '{{mark}}*Incident response has started*',
    'title.recovered': '{{mark}}*Recovered*',
    'title.completed': '{{mark}}*Response complete*',
    'title.cancelled': '{{mark}}*Incident cancelled*',
    'title.merged': '{{mark}}*Incident merged*',
    'line.state': 'Level: {{level}} | Handler: {{handler}}',
    'line.where': 'Channel: {{channel}} | Declared: {{who}} {{when}}',
    'line.archived': 'The channel is archived',
    'line.update': '{{report}} ({{when}}): {{condition}}',
    private: '{{mark}}🔒 Private incident | Status: {{status}}',
    'private.no-more': ':lock: What was posted here has been removed, as access to the incident is now restricted.',
  },
})
