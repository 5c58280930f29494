import { everybody } from './people.ts'

type ChannelRow = { name: string; topic: string; members: readonly string[]; bot: boolean; is_private?: true }

const a = ['tanaka', 'sato', 'ito', 'watanabe', 'alice'] as const
const b = ['suzuki', 'takahashi', 'ito', 'watanabe', 'bob'] as const
const support = ['yamamoto', 'nakamura', 'dave'] as const
const executives = ['yoshida', 'carol', 'watanabe'] as const
const csirt = ['kobayashi', 'kato', 'ito'] as const
const developers = [...new Set([...a, ...b, 'carol'])]

export const seedChannels: readonly ChannelRow[] = [
  { name: 'general', topic: '全社のお知らせ', members: [...everybody, 'guest-mori'], bot: true },
  { name: 'incidents', topic: 'インシデントの周知', members: everybody, bot: true },
  { name: 'service-a', topic: 'サービスA', members: [...a, ...support], bot: true },
  { name: 'service-b', topic: 'サービスB', members: [...b, ...support], bot: true },
  { name: 'dev-all', topic: '開発者みんな', members: developers, bot: true },
  {
    name: 'customer-support',
    topic: 'お客様からのお問い合わせ',
    members: [...support, 'yamada', 'guest-mori'],
    bot: true,
  },
  { name: 'executives', topic: '役員', members: executives, bot: false },
  { name: 'csirt', topic: 'CSIRT (非公開)', members: csirt, bot: false, is_private: true },
  { name: 'drills', topic: '訓練・演習', members: developers, bot: false },
]

export const seedUsergroups = [
  { handle: 'service-a', name: 'サービスA 初動対応チーム', users: [...a, 'yamamoto'] },
  { handle: 'service-b', name: 'サービスB 初動対応チーム', users: [...b, 'dave'] },
  { handle: 'csirt', name: 'CSIRT', users: csirt },
  { handle: 'executives', name: '役員', users: executives },
] as const

/** The large group: every generated person. */
export const largeUsergroup = { handle: 'everyone-500', name: '全社員 500 名' } as const

export const seedMessages = [
  { channel: 'general', by: 'watanabe', text: 'おはようございます。今週もよろしくお願いします。' },
  { channel: 'general', by: 'carol', text: 'Good morning everyone! :wave:' },
  {
    channel: 'general',
    by: 'ito',
    text: '困ったときは `@sssbot` とメンションするだけで大丈夫です。迷ったら宣言しましょう。',
  },
  { channel: 'service-a', by: 'sato', text: '昨日のリリースは問題なく完了しています。' },
  { channel: 'service-a', by: 'alice', text: 'Nice work. Latency looks better than last week.' },
  { channel: 'service-b', by: 'takahashi', text: 'バッチの処理時間が少し伸びているので見ておきます。' },
  {
    channel: 'customer-support',
    by: 'yamamoto',
    text: '「ログインできない」というお問い合わせが 2 件ありました。様子を見ます。',
  },
  { channel: 'dev-all', by: 'bob', text: 'Reminder: the deploy freeze starts on Friday.' },
  { channel: 'csirt', by: 'kato', text: '今月の脆弱性情報をまとめました。' },
] as const
