import { createPublicKey, createVerify, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Permissions, Viewer } from './call.ts'
import { notFound, Problem } from './problem.ts'

/** An App that is installed: what its owner puts into the settings and the environment. */
export type AppKey = { id: string; installation: number; privateKey: string }

export interface Auth {
  readonly token: string
  readonly app: AppKey
  readonly permissions: Permissions
  /** Who comes with this header. Throws GitHub's 401. */
  viewer(authorization: string | undefined): Viewer
  /** A token for an hour, for an App that proves itself by a JSON web token. */
  installationToken(authorization: string | undefined, installation: string): { token: string; expires_at: string }
  /** No token is worth anything any more, or all are again. */
  revoke(revoked: boolean): void
}

const unauthorized = (message: string) => new Problem(401, message)

export function createAuth(token: string): Auth {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const app: AppKey = {
    id: '4711',
    installation: 815,
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
  }
  const key = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }))
  const installed = new Map<string, number>()
  let revoked = false

  function claims(jwt: string): { iss: string; iat: number; exp: number } {
    const [head = '', body = '', signature = ''] = jwt.split('.')
    const good = createVerify('RSA-SHA256').update(`${head}.${body}`).verify(key, signature, 'base64url')
    if (!good) throw unauthorized('A JSON web token could not be decoded')
    const { iss, iat, exp } = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, number | string>
    return { iss: String(iss), iat: Number(iat), exp: Number(exp) }
  }

  return {
    token,
    app,
    permissions: { contents: 'write', pull_requests: 'write', issues: 'write' },
    viewer(authorization) {
      const [, given] = /^(?:bearer|token) (.+)$/i.exec(authorization ?? '') ?? []
      if (!given) throw unauthorized('Requires authentication')
      const until = installed.get(given)
      if (revoked || (given !== token && (until === undefined || until < Date.now())))
        throw unauthorized('Bad credentials')
      return given === token ? { login: 'sss-machine', via: 'token' } : { login: 'sssbot[bot]', via: 'installation' }
    },
    installationToken(authorization, installation) {
      const [, jwt = ''] = /^bearer (.+)$/i.exec(authorization ?? '') ?? []
      const { iss, iat, exp } = claims(jwt)
      const now = Date.now() / 1000
      if (iss !== app.id) throw notFound('Integration not found')
      if (exp - iat > 660) throw unauthorized("'Expiration time' claim ('exp') is too far in the future")
      if (exp < now || iat > now + 60)
        throw unauthorized(
          "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
        )
      if (installation !== String(app.installation)) throw notFound()
      const fresh = `ghs_${randomBytes(18).toString('hex')}`
      const until = Date.now() + 3_600_000
      installed.set(fresh, until)
      return { token: fresh, expires_at: new Date(until).toISOString() }
    },
    revoke(now) {
      revoked = now
      installed.clear()
    },
  }
}
