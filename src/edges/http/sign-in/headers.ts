import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'

/** What every page of ours is sent with: nothing of it is kept on the way, framed, or runs what is not ours. Answers the style's nonce. */
export function guardPage(c: Context, formsGoTo = "'self'"): string {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    `form-action ${formsGoTo}`,
    "frame-ancestors 'none'",
  ].join('; ')
  c.header('cache-control', 'no-store')
  c.header('content-security-policy', policy)
  c.header('referrer-policy', 'same-origin')
  c.header('x-content-type-options', 'nosniff')
  c.header('x-frame-options', 'DENY')
  c.header('cross-origin-opener-policy', 'same-origin')
  c.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  return nonce
}
