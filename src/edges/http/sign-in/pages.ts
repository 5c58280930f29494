import { html } from 'hono/html'
import type { Locale } from '../../../kit/i18n/index.ts'
import { type Html, sheet } from '../sheet.ts'
import { type Failed, texts } from './texts.ts'

/** What a page of the sign-in is drawn with. `address`: of the bot, without a slash at the end. */
export type Drawn = { locale: Locale; nonce: string; address: string }

/** Somebody says who they are, and the bot writes to them. */
export function askPage({ locale, nonce, address }: Drawn, back: string): Html {
  const t = texts.in(locale)
  const body = html`<p>${t('ask.lead')}</p>
<form method="post" action="${address}/sign-in/link">
<label for="name">${t('ask.name')}</label>
<input id="name" name="name" required maxlength="200" autocomplete="username" autocapitalize="off" spellcheck="false">
<input type="hidden" name="return" value="${back}">
<button>${t('ask.send')}</button>
</form>`
  return sheet(locale, t('title'), body, nonce)
}

/** The link was sent, or nobody has that name: the page says the same, so that strangers learn nothing. */
export function sentPage({ locale, nonce, address }: Drawn): Html {
  const t = texts.in(locale)
  const body = html`<p>${t('sent.lead')}</p><p>${t('sent.nothing')}</p><a href="${address}/sign-in">${t('again')}</a>`
  return sheet(locale, t('sent.title'), body, nonce)
}

/** What must be set so that people can sign in. */
export function notSetUpPage({ locale, nonce }: Pick<Drawn, 'locale' | 'nonce'>, address: string | undefined): Html {
  const t = texts.in(locale)
  const redirect = `${address ?? 'https://sssbot.example.com'}/sign-in/slack`
  const body = html`<p>${t('none.lead')}</p>
<ol>
${address === undefined ? html`<li>${t('none.address')}</li>` : ''}
<li>${t('none.client')}</li>
<li>${t('none.redirect', { redirect })}</li>
</ol>`
  return sheet(locale, t('none.title'), body, nonce)
}

/** Why somebody is not signed in, and the way to try again. */
export function failedPage({ locale, nonce, address }: Drawn, why: Failed): Html {
  const t = texts.in(locale)
  const body = html`<p>${t(`failed.${why}`)}</p><a href="${address}/sign-in">${t('again')}</a>`
  return sheet(locale, t('failed.title'), body, nonce)
}
