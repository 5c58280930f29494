import { html } from 'hono/html'
import { type Locale, localeOf } from '../../kit/i18n/index.ts'
import type { Unheld } from '../../rooms/access/index.ts'
import { type Known, unreadLists, unreadWords } from '../../rooms/directory/index.ts'
import type { FillProgress } from '../../rooms/search/index.ts'
import { formatProblems, type Problem } from '../../rooms/settings/index.ts'
import { lostRightWords } from '../../rooms/talk/index.ts'
import type { Health, Trouble } from './health.ts'
import { TRY_AGAIN_PATH } from './paths.ts'
import { type Html, sheet } from './sheet.ts'

/** How the bot is, for who runs it (`/status`). Strangers see `ok` alone (`/healthz`, `/`). */
export type Status = Health & {
  database: 'pglite' | 'postgres'
  /** Whether Slack, or the sandbox, reaches us now. */
  slack: 'connected' | 'waiting'
  /** Slack's word for why it refuses the bot; null while it does not. */
  shutOut: string | null
  /** Connections to Slack on the same app that are not ours: they take events away. */
  otherConnections: number
  sandboxUrl: string | null
  /** Public incidents that are not over. */
  openIncidents: number
  /** Why the settings file as it is now was refused: those before it stay in force. */
  refusedSettings: readonly Problem[]
  /** How far each list of the workspace is known, and Slack's word for why one cannot be read. */
  workspace: Known
  /** How far what was there before can be searched; null once all of it can. */
  searchFill: FillProgress | null
  /** Timers and jobs that were set aside of late: they failed each time, or their stored data cannot be read. */
  setAside: number
  /** Rights that the settings give to people or groups who are not there any more: nobody has them. */
  unheldRights: readonly Unheld[]
  /** Events that were given up of late. */
  parked: number
}

const words: Record<
  Locale,
  Record<
    | 'title'
    | 'unwell'
    | 'lead'
    | 'details'
    | 'slack'
    | 'connected'
    | 'waiting'
    | 'shut'
    | 'database'
    | 'open'
    | 'filling'
    | 'filled'
    | 'try'
    | 'signIn'
    | 'refused'
    | 'others'
    | 'aside'
    | 'parked'
    | 'again'
    | 'missing'
    | 'elsewhere'
    | 'home'
    | `trouble.${Exclude<Trouble, 'settings'>}`,
    string
  >
> = {
  ja: {
    title: 'sssbot は動いています',
    unwell: 'sssbot は起動していますが、正常に働いていません',
    details: 'くわしい状態は、運用している人が npm run doctor で確かめられます。',
    shut: 'Slack がボットを受け付けません（{why}）。アプリを再インストールするか、トークンを取り替えてください。仕事はすべて残っていて、つながれば続きから進みます。',
    'trouble.database': 'データベースが応答しません。',
    'trouble.slack': 'Slack とつながっていません。',
    'trouble.work': '時刻が来たのに、5分以上進んでいない仕事があります。',
    lead: 'インシデント対応は Slack の中で行います。ボットに話しかけてください: @sssbot',
    slack: 'Slack との接続',
    connected: 'つながっています',
    waiting: '待っています（自動でつなぎ直します）',
    database: 'データベース',
    open: '未完了の公開インシデント',
    filling: '検索の準備',
    filled: '{of}件のうち{n}件を読み込みました',
    try: 'サンドボックスを開く',
    signIn: 'ダッシュボードを開く',
    others:
      '別の sssbot が同じ Slack アプリにつながっていて、イベントの一部を受け取っています。そちらを止めるか、別のアプリを作って分けてください。',
    aside:
      '何度試しても失敗した、またはデータを読めないため、止めてある予定や処理があります（2週間残ります）: {n}件。名前はログの "set aside" にあります。',
    parked:
      '何度試しても処理できなかった Slack のイベントがあります（2週間残ります）: {n}件。ログの "An event was given up" に理由があります。',
    again: '止めてあるものをもう一度試す',
    refused: '設定ファイルに誤りがあります。直すまで、前の設定のまま動きます。',
    missing: 'このページはありません',
    elsewhere: 'アドレスが途中で切れているか、ページがなくなっています。',
    home: '未完了のインシデントを見る',
  },
  en: {
    title: 'sssbot is running',
    unwell: 'sssbot is up, and does not work as it should',
    details: 'Whoever runs it sees more with npm run doctor.',
    shut: 'Slack does not let the bot in ({why}). Install the app again, or replace the token. All work is kept, and goes on from there.',
    'trouble.database': 'The database does not answer.',
    'trouble.slack': 'There is no connection to Slack.',
    'trouble.work': 'Something that is due has not moved for more than five minutes.',
    lead: 'Incidents are worked on in Slack. Mention the bot there: @sssbot',
    slack: 'Connection to Slack',
    connected: 'connected',
    waiting: 'waiting (it reconnects by itself)',
    database: 'Database',
    open: 'Open public incidents',
    filling: 'Preparing the search',
    filled: '{n} of {of} incidents read',
    try: 'Open the sandbox',
    signIn: 'Open the dashboard',
    others:
      'Another installation is connected to the same Slack app and takes part of its events away. End it, or give it an app of its own.',
    aside:
      'Timers or jobs that failed each time, or whose stored data cannot be read, were set aside (they are kept for two weeks): {n}. The log names them at "set aside".',
    parked:
      'Events from Slack could not be processed and were given up (they are kept for two weeks): {n}. The log has the reasons at "An event was given up".',
    again: 'Try them again',
    refused: 'The settings file has mistakes. Until they are mended, the settings before stay in force.',
    missing: 'There is no such page',
    elsewhere: 'The address may have been cut off, or the page is gone.',
    home: 'See what is open',
  },
}

/** The front page in the reader's language, for anybody: whether the bot works, and where to go on. */
export function frontPage(
  ok: boolean,
  { sandboxUrl, signIn }: { sandboxUrl: string | null; signIn: string },
  acceptLanguage: string | undefined,
): Html {
  const locale = localeOf(acceptLanguage, 'ja')
  const t = words[locale]
  const body = html`<p>${t.lead}</p>
<p>${t.details}</p>
<a href="${signIn}">${t.signIn}</a>
${sandboxUrl ? html`<a class="other" href="${sandboxUrl}">${t.try}</a>` : ''}`
  return sheet(locale, ok ? t.title : t.unwell, body)
}

/** What a browser is shown at an address where nothing stands, in the reader's language; the same for all of them. `home`: where the dashboard is. */
export function missingPage(home: string, acceptLanguage: string | undefined): Html {
  const locale = localeOf(acceptLanguage, 'ja')
  const t = words[locale]
  return sheet(
    locale,
    t.missing,
    html`<p>${t.elsewhere}</p>
<a href="${home}">${t.home}</a>`,
  )
}

const alert = (text: Html | string): Html => html`<section role="alert">${text}</section>`

/** All that the bot knows of how it is, in the reader's language, for who runs it. */
export function statusPage(status: Status, acceptLanguage: string | undefined): Html {
  const locale = localeOf(acceptLanguage, 'ja')
  const t = words[locale]
  const { troubles, shutOut, setAside, parked, refusedSettings, otherConnections, searchFill } = status
  const alerts = [
    ...troubles.flatMap((trouble) =>
      trouble === 'settings' || (trouble === 'slack' && shutOut) ? [] : [t[`trouble.${trouble}`]],
    ),
    ...(shutOut ? [t.shut.replace('{why}', shutOut)] : []),
    ...(otherConnections > 0 ? [t.others] : []),
    ...(setAside > 0 ? [t.aside.replace('{n}', String(setAside))] : []),
    ...(parked > 0 ? [t.parked.replace('{n}', String(parked))] : []),
    ...status.unheldRights.map((right) => lostRightWords(right, locale)),
    ...unreadLists(status.workspace).map(({ list, error }) => unreadWords(`${list}:${error}`, locale)),
  ]
  const body = html`<p>${t.lead}</p>
<dl>
<dt>${t.slack}</dt><dd>${t[status.slack]}</dd>
<dt>${t.database}</dt><dd>${status.database === 'pglite' ? 'PGlite' : 'PostgreSQL'}</dd>
<dt>${t.open}</dt><dd>${status.openIncidents}</dd>
${searchFill ? html`<dt>${t.filling}</dt><dd>${t.filled.replace('{n}', String(searchFill.incidents)).replace('{of}', String(searchFill.of))}</dd>` : ''}
</dl>
${alerts.map((text) => alert(html`<strong>${text}</strong>`))}
${refusedSettings.length > 0 ? alert(html`<strong>${t.refused}</strong><pre>${formatProblems(refusedSettings, locale)}</pre>`) : ''}
${setAside + parked > 0 ? html`<form method="post" action="${TRY_AGAIN_PATH}"><button>${t.again}</button></form>` : ''}
${status.sandboxUrl ? html`<a href="${status.sandboxUrl}">${t.try}</a>` : ''}`
  return sheet(locale, status.ok ? t.title : t.unwell, body)
}
