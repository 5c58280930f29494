import { Hono } from 'hono'

/** The document behind a link; undefined for one that is not good. */
export type ReadDownload = (
  incidentId: string,
  ticket: string,
) => Promise<{ slug: string; markdown: string } | undefined>

const gone = `このリンクは使えないか、期限が切れました。Slack のカードのメニューから、もう一度取り出してください。
This link is not good, or no longer so. Ask for a new one in Slack, in the menu of the incident's card.
`

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
    if (!found) return c.text(gone, 404)
    const name = encodeURIComponent(`${found.slug}.md`)
    c.header('content-disposition', `attachment; filename="postmortem.md"; filename*=UTF-8''${name}`)
    return c.body(found.markdown, 200, { 'content-type': 'text/markdown; charset=utf-8' })
  })
  return app
}
