import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { OwnAddress } from '../../kit/own-address.ts'
import type { World } from '../../rooms/facts/index.ts'
import { seatedBy } from '../../rooms/sessions/index.ts'
import { bearerOf } from '../../rooms/tokens/index.ts'
import { displayIn, sessionIn } from './sign-in/browser.ts'
import { guardPage } from './sign-in/headers.ts'

type Bound = { Bindings: HttpBindings }

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const built = fileURLToPath(new URL('../../../web/dist/', import.meta.url))

/** The addresses at which the dashboard's page stands; what it shows there it asks the API for. `/` is a stranger's, too. */
export const dashboardPages = [
  '/',
  '/wall',
  '/sessions',
  '/tokens',
  '/settings',
  '/ledger',
  '/gallery',
  '/docs/api',
  '/search',
  '/incidents',
  '/incidents/:page',
  '/incidents/:page/history',
]

const zipped = promisify(gzip)

/** Serves the dashboard: its page to whoever is signed in, its files, which say nothing of incidents, to everybody. */
export function createPages(world: World, address: OwnAddress, folder = built): Hono<Bound> {
  const app = new Hono<Bound>()
  const files = new Map<string, Promise<{ plain: Buffer<ArrayBuffer>; zipped: Buffer<ArrayBuffer> }>>()

  /** A file of the build; each is read once, since its name has a hash of what it says. */
  const file = (name: string) => {
    const there = files.get(name)
    if (there) return there
    const read = readFile(join(folder, name)).then(async (plain) => ({
      plain: Buffer.from(plain),
      zipped: Buffer.from(await zipped(plain, { level: 9 })),
    }))
    files.set(name, read)
    read.catch(() => files.delete(name))
    return read
  }

  const send = async (c: Context<Bound>, name: string, keptFor: string) => {
    const type = types[extname(name)]
    const found = type && /^(assets\/)?[\w.-]+$/.test(name) ? await file(name).catch(() => undefined) : undefined
    if (!found) return c.notFound()
    c.header('cache-control', keptFor)
    c.header('x-content-type-options', 'nosniff')
    c.header('vary', 'accept-encoding')
    const isZipped = type !== 'font/woff2' && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
    if (isZipped) c.header('content-encoding', 'gzip')
    return c.body(isZipped ? found.zipped : found.plain, 200, { 'content-type': type ?? '' })
  }

  app.get('/assets/:file', (c) => send(c, `assets/${c.req.param('file')}`, 'public, max-age=31536000, immutable'))
  app.get('/icon.svg', (c) => send(c, 'icon.svg', 'public, max-age=3600'))
  app.get('/scheme.js', (c) => send(c, 'scheme.js', 'public, max-age=3600'))

  /** Whether it is a screen on the wall. */
  const isDisplay = async (c: Context<Bound>, at: string) => {
    const shown = displayIn(c, at)
    return shown !== undefined && ((await bearerOf(world, shown))?.isDisplay ?? false)
  }

  for (const page of dashboardPages)
    app.get(page, async (c, next) => {
      const at = address.seenBy(c.req.header('host'))
      const secret = at && sessionIn(c, at)
      const isSeated = secret ? (await seatedBy(world, secret)) !== undefined : false
      const isIn = isSeated || (page === '/wall' && at !== undefined && (await isDisplay(c, at)))
      if (!isIn && page === '/') return next()
      const { pathname, search } = new URL(c.req.url)
      if (!at || !isIn) {
        c.header('cache-control', 'no-store')
        return c.redirect(`${at ?? ''}/sign-in?return=${encodeURIComponent(pathname + search)}`)
      }
      const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined)
      if (html === undefined) return c.text('The dashboard is not built yet: npx vite build web\n', 503)
      const nonce = guardPage(c)
      return c.html(
        html
          .replace('<base href="/" />', `<base href="${at}/" />`)
          .replace('name="style-nonce" content=""', `name="style-nonce" content="${nonce}"`),
      )
    })

  return app
}
