import { Hono } from 'hono'
import { localeOf } from '../../kit/i18n/index.ts'
import { texts } from './texts.ts'

/** The document behind a link; undefined for one that is not good. */
export type ReadDownload = (
  incidentId: string,
  ticket: string,
) => Promise<{ slug: string; markdown: string } | undefined>

/** Gives documents out by signed links. They may tell of what few may know, so nothing keeps them on the way. */
export function createDownload(read: ReadDownload): Hono {
  const app = new Hono()
  app.get('/download/:incident/:ticket', async (c) => {
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    c.header('x-robots-tag', 'noindex')
    c.header('x-content-type-options', 'nosniff')
    c.header('content-security-policy', "default-src 'none'; sandbox")
    const { incident, ticket } = c.req.param()
    const found = await read(incident, ticket)
    if (!found) return c.text(texts.in(localeOf(c.req.header('accept-language'), 'ja'))('download.gone'), 404)
    const name = encodeURIComponent(`${found.slug}.md`)
    c.header('content-disposition', `attachment; filename="postmortem.md"; filename*=UTF-8''${name}`)
    return c.body(found.markdown, 200, { 'content-type': 'text/markdown; charset=utf-8' })
  })
  return app
}
