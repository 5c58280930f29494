import { frontPage, missingPage } from '../../src/edges/http/page.ts'
import { askPage, failedPage, notSetUpPage, sentPage } from '../../src/edges/http/sign-in/pages.ts'
import type { Failed } from '../../src/edges/http/sign-in/texts.ts'

const failures: Record<Failed, true> = {
  cancelled: true,
  stale: true,
  elsewhere: true,
  gone: true,
  away: true,
  fast: true,
  origin: true,
  display: true,
}

/** Every page that the bot draws without a script, for people: as HTML, in both languages. */
export async function createSheets(): Promise<{ name: string; html: string }[]> {
  const address = 'https://sssbot.example.com'
  const links = { sandboxUrl: 'http://127.0.0.1:3100', signIn: `${address}/sign-in` }
  const drawn = (['ja', 'en'] as const).flatMap((locale) => {
    const about = { locale, nonce: '', address }
    return [
      { name: `front, ${locale}`, html: frontPage(true, links, locale) },
      { name: `front, unwell, ${locale}`, html: frontPage(false, { ...links, sandboxUrl: null }, locale) },
      { name: `missing, ${locale}`, html: missingPage(`${address}/`, locale) },
      { name: `ask, ${locale}`, html: askPage(about, '/') },
      { name: `sent, ${locale}`, html: sentPage(about) },
      { name: `not set up, ${locale}`, html: notSetUpPage(about, address) },
      { name: `not set up, no address, ${locale}`, html: notSetUpPage(about, undefined) },
      // The keys of what is declared above.
      ...(Object.keys(failures) as Failed[]).map((why) => ({
        name: `failed, ${why}, ${locale}`,
        html: failedPage(about, why),
      })),
    ]
  })
  return Promise.all(drawn.map(async ({ name, html }) => ({ name, html: String(await html) })))
}
