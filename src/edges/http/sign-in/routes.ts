import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createBudgets } from '../../../kit/budget.ts'
import { localeOf } from '../../../kit/i18n/index.ts'
import type { OpenId } from '../../../kit/openid.ts'
import type { OwnAddress } from '../../../kit/own-address.ts'
import type { Slack } from '../../../kit/slack/index.ts'
import { belongs } from '../../../rooms/directory/index.ts'
import { person, Refusal, type World } from '../../../rooms/facts/index.ts'
import {
  askForLink,
  browserOf,
  endSession,
  isOwnPage,
  openByLink,
  openSession,
  seatedBy,
} from '../../../rooms/sessions/index.ts'
import { bearerOf } from '../../../rooms/tokens/index.ts'
import { triesTooOften } from './attempts.ts'
import { askOf, forgetAsk, keepAsk, keepDisplay, keepSession, sessionIn, signOut } from './browser.ts'
import { guardPage } from './headers.ts'
import { askPage, type Drawn, failedPage, notSetUpPage, sentPage } from './pages.ts'
import { returnPath } from './return-path.ts'
import type { Failed } from './texts.ts'

type Bound = { Bindings: HttpBindings }

export type SignInParts = {
  world: World
  slack: Slack
  address: OwnAddress
  /** By whom people prove who they are; undefined where it is not set up. */
  openId: OpenId | undefined
  /** Whether a browser may be sent back to this address of ours: Slack does so to https alone. */
  isSentBackTo(address: string): boolean
}

/** So often is one person written to, whoever asks. */
const mostLinks = { most: 3, perMs: 10 * 60_000 }
/** In bytes. */
const longestForm = 10_000

const statusOf: Record<Failed, 400 | 403 | 404 | 429 | 502> = {
  cancelled: 400,
  stale: 400,
  elsewhere: 403,
  gone: 403,
  away: 502,
  fast: 429,
  origin: 403,
  display: 404,
}

/** The ways in: with Slack where the bot's address is https, by a link in a direct message where it is not. */
export function createSignIn({ world, slack, address, openId, isSentBackTo }: SignInParts): Hono<Bound> {
  const app = new Hono<Bound>()
  const spend = createBudgets(world.clock)

  const drawing = (c: Context<Bound>, at: string): Drawn => ({
    locale: localeOf(c.req.header('accept-language'), 'ja'),
    nonce: guardPage(c),
    address: at,
  })
  const failed = (c: Context<Bound>, at: string, why: Failed) => c.html(failedPage(drawing(c, at), why), statusOf[why])
  const isTooFast = (c: Context<Bound>) =>
    triesTooOften(spend, {
      peer: c.env.incoming.socket.remoteAddress,
      forwardedFor: c.req.header('x-forwarded-for'),
    })
  const notSetUp = (c: Context<Bound>, at: string | undefined) => c.html(notSetUpPage(drawing(c, at ?? ''), at), 501)

  // Looks ahead, as programs take them at addresses that somebody wrote: they sign nobody in and use up no link.
  for (const path of ['/sign-in/*', '/display/*'])
    app.use(path, async (c, next) => {
      if (c.req.method !== 'HEAD') return next()
      guardPage(c)
      return c.body(null, 200, { 'content-type': 'text/html; charset=UTF-8' })
    })

  app.get('/sign-in', async (c) => {
    const at = address.seenBy(c.req.header('host'))
    if (at === undefined) return notSetUp(c, at)
    const back = returnPath(c.req.query('return'))
    const secret = sessionIn(c, at)
    if (secret && (await seatedBy(world, secret))) return c.redirect(`${at}${back}`)
    if (!isSentBackTo(at)) return at.startsWith('https:') ? notSetUp(c, at) : c.html(askPage(drawing(c, at), back))
    if (!openId) return notSetUp(c, at)
    if (isTooFast(c)) return failed(c, at, 'fast')
    const asked = world.ids.token()
    keepAsk(c, at, asked, back)
    c.header('cache-control', 'no-store')
    try {
      return c.redirect(String(await openId.begin(asked, `${at}/sign-in/slack`)))
    } catch (error) {
      world.log.warn({ err: error }, 'Slack cannot be asked to sign somebody in')
      return failed(c, at, 'away')
    }
  })

  app.get('/sign-in/slack', async (c) => {
    const at = address.seenBy(c.req.header('host'))
    if (at === undefined || !openId) return notSetUp(c, at)
    const ask = askOf(c, at)
    forgetAsk(c, at)
    if (isTooFast(c)) return failed(c, at, 'fast')
    if (!ask) return failed(c, at, 'stale')
    const came = new URL(`${at}/sign-in/slack?${new URL(c.req.url).searchParams}`)
    if (came.searchParams.has('error')) return failed(c, at, 'cancelled')
    try {
      const proved = await openId.finish(ask.secret, came)
      const where = await belongs(world, slack, proved)
      if (where !== 'here') return failed(c, at, where === 'unknown' ? 'away' : where)
      const browser = browserOf(c.req.header('user-agent'))
      keepSession(c, at, (await openSession(world, proved.userId, { how: 'slack', browser })).secret)
    } catch (error) {
      if (error instanceof Refusal) return failed(c, at, 'gone')
      world.log.warn({ err: error }, 'Slack did not vouch for who signed in')
      return failed(c, at, 'away')
    }
    return c.redirect(`${at}${ask.back}`)
  })

  app.post('/sign-in/link', bodyLimit({ maxSize: longestForm }), async (c) => {
    const at = address.seenBy(c.req.header('host'))
    if (at === undefined || isSentBackTo(at) || at.startsWith('https:')) return notSetUp(c, at)
    if (!isFromOurPage(c, at)) return failed(c, at, 'origin')
    if (isTooFast(c)) return failed(c, at, 'fast')
    const { name, return: back } = await c.req.parseBody()
    const secret = world.ids.token()
    keepAsk(c, at, secret, returnPath(typeof back === 'string' ? back : undefined))
    const named = typeof name === 'string' ? name.slice(0, 200) : ''
    await askForLink(
      world,
      slack,
      { name: named, secret },
      (userId) => spend(`link ${userId}`, mostLinks) === undefined,
    )
    return c.html(sentPage(drawing(c, at)))
  })

  app.get('/sign-in/link/:link/:ticket', async (c) => {
    const at = address.seenBy(c.req.header('host'))
    if (at === undefined) return notSetUp(c, at)
    if (isTooFast(c)) return failed(c, at, 'fast')
    const { link: id, ticket } = c.req.param()
    const ask = askOf(c, at)
    if (!ask) return failed(c, at, 'stale')
    try {
      const browser = browserOf(c.req.header('user-agent'))
      keepSession(c, at, (await openByLink(world, { id, ticket, secret: ask.secret }, { browser })).secret)
    } catch (error) {
      if (error instanceof Refusal) return failed(c, at, error.code === 'link-gone' ? 'stale' : 'gone')
      throw error
    }
    forgetAsk(c, at)
    c.header('cache-control', 'no-store')
    return c.redirect(`${at}${ask.back}`)
  })

  app.get('/display/:secret', async (c) => {
    const at = address.seenBy(c.req.header('host'))
    if (at === undefined) return notSetUp(c, at)
    if (isTooFast(c)) return failed(c, at, 'fast')
    const secret = c.req.param('secret')
    if (!(await bearerOf(world, secret))?.isDisplay) return failed(c, at, 'display')
    keepDisplay(c, at, secret)
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    return c.redirect(`${at}/wall`)
  })

  app.post('/sign-out', async (c) => {
    const at = address.seenBy(c.req.header('host'))
    if (at === undefined) return notSetUp(c, at)
    if (!isFromOurPage(c, at)) return failed(c, at, 'origin')
    const secret = sessionIn(c, at)
    const session = secret === undefined ? undefined : await seatedBy(world, secret)
    signOut(c, at)
    if (session)
      await endSession(world, { actor: person(session.userId, { session: session.id }) }, session.id).catch(
        (error: unknown) => {
          // Ended by somebody else at the same time: what was wanted.
          if (!(error instanceof Refusal)) throw error
        },
      )
    return c.redirect(`${at}/`, 303)
  })

  return app
}

const isFromOurPage = (c: Context<Bound>, at: string): boolean =>
  isOwnPage({ site: c.req.header('sec-fetch-site'), origin: c.req.header('origin') }, at)
