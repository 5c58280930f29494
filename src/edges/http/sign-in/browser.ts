import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { cookieIn, cookiesOf, longestMs } from '../../../rooms/sessions/index.ts'
import { returnPath } from './return-path.ts'

type Bound = { Bindings: HttpBindings }

/** How many seconds a sign-in may take. */
const askSeconds = 600

/** A screen hangs there for a year, unless its token ends before, in seconds; browsers keep nothing longer. */
const displaySeconds = 400 * 24 * 3600

/** Never read by scripts, and sent with links that lead here from Slack, but with no request that another page makes. */
const kept = (isSecure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure }) as const

/** Keeps in a browser that it has begun to sign in, and where it goes on. */
export function keepAsk(c: Context<Bound>, at: string, secret: string, back: string): void {
  const { ask, isSecure } = cookiesOf(at)
  const value = `${secret}.${Buffer.from(back).toString('base64url')}`
  setCookie(c, ask, value, { ...kept(isSecure), maxAge: askSeconds })
}

/** What the browser that has begun to sign in was given; undefined for one that has not. */
export function askOf(c: Context<Bound>, at: string): { secret: string; back: string } | undefined {
  const [, secret, back = ''] =
    /^([\w-]{43})\.([\w-]*)$/.exec(cookieIn(c.req.header('cookie'), cookiesOf(at).ask) ?? '') ?? []
  return secret === undefined ? undefined : { secret, back: returnPath(Buffer.from(back, 'base64url').toString()) }
}

export function forgetAsk(c: Context<Bound>, at: string): void {
  const { ask, isSecure } = cookiesOf(at)
  deleteCookie(c, ask, kept(isSecure))
}

/** Keeps in a browser that it is signed in. */
export function keepSession(c: Context<Bound>, at: string, secret: string): void {
  const { session, isSecure } = cookiesOf(at)
  setCookie(c, session, secret, { ...kept(isSecure), maxAge: longestMs / 1000 })
}

/** The secret of the session that a browser sends. */
export const sessionIn = (c: Context, at: string): string | undefined =>
  cookieIn(c.req.header('cookie'), cookiesOf(at).session)

export function signOut(c: Context<Bound>, at: string): void {
  const { session, isSecure } = cookiesOf(at)
  deleteCookie(c, session, kept(isSecure))
}

/** Keeps in a browser that it is a screen on the wall. */
export function keepDisplay(c: Context<Bound>, at: string, secret: string): void {
  const { display, isSecure } = cookiesOf(at)
  setCookie(c, display, secret, { ...kept(isSecure), maxAge: displaySeconds })
}

/** The secret of the screen that a browser is. */
export const displayIn = (c: Context, at: string): string | undefined =>
  cookieIn(c.req.header('cookie'), cookiesOf(at).display)
