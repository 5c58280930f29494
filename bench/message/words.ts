/** What people write while they look for the cause; no links, of which Slack would tell twice. */
export const words = [
  '見ています',
  '了解です',
  '接続数のグラフを貼ります',
  '原因が判明しました。接続数の上限です',
  'v2.2 に切り戻しました',
  'まだ復旧していません',
  'お客様への影響は続いていますか？',
  'deployed 2.3.1, looks better',
]
