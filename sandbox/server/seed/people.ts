import type { Person } from '../workspace/types.ts'
import { appSettings } from './app.ts'

type Row = {
  handle: string
  name: string
  title: string
  locale?: 'ja-JP' | 'en-US'
  tz?: string
  guest?: true
  admin?: true
  gone?: true
}

const rows: readonly Row[] = [
  { handle: 'tanaka', name: '田中 美咲', title: 'サービスA エンジニア' },
  { handle: 'sato', name: '佐藤 健', title: 'サービスA テックリード' },
  { handle: 'suzuki', name: '鈴木 一郎', title: 'サービスB エンジニア' },
  { handle: 'takahashi', name: '高橋 由美', title: 'サービスB テックリード' },
  { handle: 'ito', name: '伊藤 誠', title: 'SRE' },
  { handle: 'watanabe', name: '渡辺 直子', title: '開発部長', admin: true },
  { handle: 'yamamoto', name: '山本 さくら', title: 'カスタマーサポート' },
  { handle: 'nakamura', name: '中村 翔', title: 'カスタマーサポート マネージャー' },
  { handle: 'kobayashi', name: '小林 恵', title: 'CSIRT' },
  { handle: 'kato', name: '加藤 大輔', title: 'CSIRT リーダー' },
  { handle: 'yoshida', name: '吉田 隆', title: '代表取締役' },
  { handle: 'yamada', name: '山田 花子', title: '広報' },
  { handle: 'alice', name: 'Alice Martin', title: 'Engineer, Service A', locale: 'en-US', tz: 'Europe/London' },
  { handle: 'bob', name: 'Bob Chen', title: 'Engineer, Service B', locale: 'en-US', tz: 'America/Los_Angeles' },
  { handle: 'carol', name: 'Carol Jones', title: 'CTO', locale: 'en-US', tz: 'Asia/Tokyo', admin: true },
  { handle: 'dave', name: 'Dave Wilson', title: 'Customer Support', locale: 'en-US', tz: 'Europe/London' },
  { handle: 'guest-mori', name: '森 ゲスト', title: '協力会社 (ゲスト)', guest: true },
  { handle: 'ogawa', name: '小川 元社員', title: '退職者 (無効)', gone: true },
]

/** The id of a seeded person, readable in logs: `U0` and the handle in capitals. */
export function seedUserId(handle: string): string {
  return `U0${handle.toUpperCase().replace(/[^A-Z0-9]/g, '')}`
}

function person({ handle, name, title, locale = 'ja-JP', tz = 'Asia/Tokyo', guest, admin, gone }: Row): Person {
  return {
    id: seedUserId(handle),
    name: handle,
    real_name: name,
    email: `${handle}@example.com`,
    title,
    is_bot: false,
    deleted: gone ?? false,
    is_restricted: guest ?? false,
    ...(admin ? { is_admin: true } : {}),
    locale,
    tz,
    updated: 1_767_225_600,
  }
}

/** The many of the large user group: real people of the workspace, but nobody one would pick by name. */
function manyPeople(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const handle = `member-${String(index + 1).padStart(3, '0')}`
    return { ...person({ handle, name: `社員 ${index + 1}`, title: '' }), generated: true }
  })
}

const bot: Person = {
  id: appSettings.botUserId,
  name: appSettings.name,
  real_name: appSettings.name,
  email: '',
  title: '',
  is_bot: true,
  deleted: false,
  is_restricted: false,
  locale: 'en-US',
  tz: 'Asia/Tokyo',
  updated: 1_767_225_600,
}

/** In every workspace, and no bot by its own account. Source: java-slack-sdk json-logs/samples/api/users.list.json */
const slackbot: Person = {
  ...bot,
  id: 'USLACKBOT',
  name: 'slackbot',
  real_name: 'Slackbot',
  is_bot: false,
  tz: 'America/Los_Angeles',
  updated: 0,
}

export const seedPeople: readonly Person[] = [bot, slackbot, ...rows.map(person), ...manyPeople(500)]

/** Who works here, guests and leavers aside: the members of the channels that everybody is in. */
export const everybody: readonly string[] = rows.filter((row) => !row.guest && !row.gone).map((row) => row.handle)
