import { html } from 'hono/html'
import { localeOf } from '../../kit/i18n/index.ts'
import type { Unheld } from '../../rooms/access/index.ts'
import { type Known, unreadLists, unreadWords } from '../../rooms/directory/index.ts'
import type { FillProgress } from '../../rooms/search/index.ts'
import { formatProblems, type Problem } from '../../rooms/settings/index.ts'
import { lostRightWords } from '../../rooms/talk/index.ts'
import type { Health } from './health.ts'
import { TRY_AGAIN_PATH } from './paths.ts'
import { type Html, sheet } from './sheet.ts'
import { texts } from './texts.ts'

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
  /** Why the settings file as it is now was refused: those before it stay in force. */
  refusedSettings: readonly Problem[]
} & { readonly [Name in keyof Counted]: Counted[Name] | null }

/** What only the database knows: all of it is null while that does not answer. */
export type Counted = {
  /** Public incidents that are not over. */
  openIncidents: number
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

/** The front page in the reader's language, for anybody: whether the bot works, and where to go on. */
export function frontPage(
  ok: boolean,
  { sandboxUrl, signIn }: { sandboxUrl: string | null; signIn: string },
  acceptLanguage: string | undefined,
): Html {
  const locale = localeOf(acceptLanguage, 'ja')
  const t = texts.in(locale)
  const body = html`<p>${t('lead')}</p>
<p>${t('details')}</p>
<a href="${signIn}">${t('signIn')}</a>
${sandboxUrl ? html`<a class="other" href="${sandboxUrl}">${t('try')}</a>` : ''}`
  return sheet(locale, ok ? t('title') : t('unwell'), body)
}

/** What a browser is shown at an address where nothing stands, in the reader's language; the same for all of them. `home`: where the dashboard is. */
export function missingPage(home: string, acceptLanguage: string | undefined): Html {
  const locale = localeOf(acceptLanguage, 'ja')
  const t = texts.in(locale)
  return sheet(
    locale,
    t('missing'),
    html`<p>${t('elsewhere')}</p>
<a href="${home}">${t('home')}</a>`,
  )
}

const alert = (text: Html | string): Html => html`<section role="alert">${text}</section>`

/** All that the bot knows of how it is, in the reader's language, for who runs it. */
export function statusPage(status: Status, acceptLanguage: string | undefined): Html {
  const locale = localeOf(acceptLanguage, 'ja')
  const t = texts.in(locale)
  const { troubles, shutOut, refusedSettings, otherConnections, searchFill } = status
  const [setAside, parked] = [status.setAside ?? 0, status.parked ?? 0]
  const alerts = [
    ...troubles.flatMap((trouble) =>
      trouble === 'settings' || (trouble === 'slack' && shutOut) ? [] : [t(`trouble.${trouble}`)],
    ),
    ...(shutOut ? [t('shut', { why: shutOut })] : []),
    ...(otherConnections > 0 ? [t('others')] : []),
    ...(setAside > 0 ? [t('aside', { n: setAside })] : []),
    ...(parked > 0 ? [t('parked', { n: parked })] : []),
    ...(status.unheldRights ?? []).map((right) => lostRightWords(right, locale)),
    ...(status.workspace ? unreadLists(status.workspace) : []).map(({ list, error }) =>
      unreadWords(`${list}:${error}`, locale),
    ),
  ]
  const body = html`<p>${t('lead')}</p>
<dl>
<dt>${t('slack')}</dt><dd>${t(status.slack)}</dd>
<dt>${t('database')}</dt><dd>${status.database === 'pglite' ? 'PGlite' : 'PostgreSQL'}</dd>
<dt>${t('open')}</dt><dd>${status.openIncidents ?? '—'}</dd>
${searchFill ? html`<dt>${t('filling')}</dt><dd>${t('filled', { n: searchFill.incidents, of: searchFill.of })}</dd>` : ''}
</dl>
${alerts.map((text) => alert(html`<strong>${text}</strong>`))}
${refusedSettings.length > 0 ? alert(html`<strong>${t('refused')}</strong><pre>${formatProblems(refusedSettings, locale)}</pre>`) : ''}
${setAside + parked > 0 ? html`<form method="post" action="${TRY_AGAIN_PATH}"><button>${t('again')}</button></form>` : ''}
${status.sandboxUrl ? html`<a href="${status.sandboxUrl}">${t('try')}</a>` : ''}`
  return sheet(locale, status.ok ? t('title') : t('unwell'), body)
}
