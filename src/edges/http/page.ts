import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { type Locale, localeOf } from '../../kit/i18n/index.ts'
import { type Known, unreadLists, unreadWords } from '../../rooms/directory/index.ts'
import { formatProblems, type Problem } from '../../rooms/settings/index.ts'

/** How the bot is, for machines (`/healthz`) and people (`/`). */
export type Status = {
  ok: boolean
  database: 'pglite' | 'postgres'
  /** Whether Slack, or the sandbox, reaches us now. */
  slack: 'connected' | 'waiting'
  /** Connections to Slack on the same app that are not ours: they take events away. */
  otherConnections: number
  sandboxUrl: string | null
  /** Public incidents that are not over. */
  openIncidents: number
  /** Why the settings file as it is now was refused: those before it stay in force. */
  refusedSettings: readonly Problem[]
  /** How far each list of the workspace is known, and Slack's word for why one cannot be read. */
  workspace: Known
  /** Timers and jobs that were set aside of late, since their stored data cannot be read. */
  setAside: number
}

const words: Record<
  Locale,
  Record<
    'title' | 'lead' | 'slack' | 'connected' | 'waiting' | 'database' | 'open' | 'try' | 'refused' | 'others' | 'aside',
    string
  >
> = {
  ja: {
    title: 'sssbot は動いています',
    lead: 'インシデント対応は Slack の中で行います。ボットに話しかけてください: @sssbot',
    slack: 'Slack との接続',
    connected: 'つながっています',
    waiting: '待っています（自動でつなぎ直します）',
    database: 'データベース',
    open: '対応中の公開インシデント',
    try: 'サンドボックスを開く',
    others:
      '別の sssbot が同じ Slack アプリにつながっていて、イベントの一部を受け取っています。そちらを止めるか、別のアプリを作って分けてください。',
    aside:
      '保存されていたデータを読めず、脇に置いた予定や処理があります (2週間残ります): {n}件。ログの "Stored data cannot be read" に名前があります。',
    refused: '設定ファイルに誤りがあります。直すまで、前の設定のまま動きます。',
  },
  en: {
    title: 'sssbot is running',
    lead: 'Incidents are worked on in Slack. Mention the bot there: @sssbot',
    slack: 'Connection to Slack',
    connected: 'connected',
    waiting: 'waiting (it reconnects by itself)',
    database: 'Database',
    open: 'Open public incidents',
    try: 'Open the sandbox',
    others:
      'Another installation is connected to the same Slack app and takes part of its events away. End it, or give it an app of its own.',
    aside:
      'Timers or jobs whose stored data cannot be read were set aside (they are kept for two weeks): {n}. The log names them at "Stored data cannot be read".',
    refused: 'The settings file has mistakes. Until they are mended, the settings before stay in force.',
  },
}

const style = `
:root{color-scheme:light dark;--line:light-dark(#dde1e6,#373c44);--quiet:light-dark(#5b6470,#9aa4b1)}
body{font:16px/1.6 system-ui,"Noto Sans JP","Hiragino Sans",sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem}
h1{font-size:1.5rem;margin:0 0 .5rem}p{color:var(--quiet);margin:0 0 1.5rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.5rem 1.5rem;border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:1rem 0;margin:0 0 1.5rem}
dt{color:var(--quiet)}dd{margin:0}
section{border-left:4px solid #c92a2a;padding:.25rem 0 .25rem 1rem;margin:0 0 1.5rem}pre{white-space:pre-wrap;font:13px/1.5 ui-monospace,monospace;margin:.5rem 0 0}
a{display:inline-block;padding:.5rem 1rem;border-radius:.5rem;background:#2f6fde;color:#fff;text-decoration:none;font-weight:600}
a:focus-visible{outline:3px solid light-dark(#12305f,#a9c6ff);outline-offset:2px}`

/** The front page in the reader's language: that it runs, how it is, and where to go on. */
export function page(
  status: Status,
  acceptLanguage: string | undefined,
): HtmlEscapedString | Promise<HtmlEscapedString> {
  const locale = localeOf(acceptLanguage, 'ja')
  const t = words[locale]
  return html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${t.title}</title><style>${style}</style></head>
<body><main>
<h1>${t.title}</h1>
<p>${t.lead}</p>
<dl>
<dt>${t.slack}</dt><dd>${t[status.slack]}</dd>
<dt>${t.database}</dt><dd>${status.database === 'pglite' ? 'PGlite' : 'PostgreSQL'}</dd>
<dt>${t.open}</dt><dd>${status.openIncidents}</dd>
</dl>
${status.otherConnections > 0 ? html`<section role="alert"><strong>${t.others}</strong></section>` : ''}
${status.setAside > 0 ? html`<section role="alert"><strong>${t.aside.replace('{n}', String(status.setAside))}</strong></section>` : ''}
${status.refusedSettings.length > 0 ? html`<section role="alert"><strong>${t.refused}</strong><pre>${formatProblems(status.refusedSettings, locale)}</pre></section>` : ''}
${unreadLists(status.workspace).map(({ list, error }) => html`<section role="alert"><strong>${unreadWords(`${list}:${error}`, locale)}</strong></section>`)}
${status.sandboxUrl ? html`<a href="${status.sandboxUrl}">${t.try}</a>` : ''}
</main></body></html>`
}
