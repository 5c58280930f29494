import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { Person } from '../workspace/types.ts'

/** What an app asks for when it sends a browser to sign in. */
export type Asked = {
  clientId: string
  redirect: string
  scopes: readonly string[]
  nonce: string
  /** The hash of the app's verifier; where it is given, the verifier must come. */
  challenge: string | undefined
}

type Granted = Asked & { user: string; at: number }

/** A code is good for ten minutes, in milliseconds. Source: docs.slack.dev/authentication/sign-in-with-slack */
const codeMs = 10 * 60_000
/** An identity token says that it is good for five minutes, in seconds. */
const tokenSeconds = 300

const keyId = 'sandbox-1'

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

let key: KeyObject | undefined
/** Made when somebody signs in for the first time: it takes a tenth of a second. */
const ownKey = (): KeyObject => {
  key ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  return key
}

/** Codes that were given out, and tokens that were made of them. */
export class OpenId {
  readonly #codes = new Map<string, Granted>()
  readonly #tokens = new Map<string, { user: string; scopes: readonly string[] }>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** The code with which a browser goes back to the app. */
  grant(user: string, asked: Asked): string {
    const code = `${randomBytes(6).toString('hex')}.${randomBytes(32).toString('hex')}`
    this.#codes.set(code, { ...asked, user, at: this.#now() })
    return code
  }

  /** What a code was given out for. It is good once; undefined for one that is unknown, used or late. */
  take(code: string): Granted | undefined {
    const granted = this.#codes.get(code)
    this.#codes.delete(code)
    return granted && granted.at + codeMs > this.#now() ? granted : undefined
  }

  /** A token that tells who signed in, and no more. */
  tokenFor({ user, scopes }: Granted): string {
    const token = `xoxp-openid-${randomBytes(24).toString('hex')}`
    this.#tokens.set(token, { user, scopes })
    return token
  }

  /** Whose such a token is, and for which scopes. */
  holderOf(token: string): { user: string; scopes: readonly string[] } | undefined {
    return this.#tokens.get(token)
  }

  /** A token that was given back tells nobody any more. */
  forget(token: string): void {
    this.#tokens.delete(token)
  }

  /** The public key, as Slack tells its own: without a `use`. */
  keys() {
    return { keys: [{ ...createPublicKey(ownKey()).export({ format: 'jwk' }), kid: keyId, alg: 'RS256' }] }
  }

  /** An identity token, signed. `claims`: what is told of the person. Of an app that sent no nonce it says an empty one. */
  identity(issuer: string, granted: Granted, accessToken: string, claims: object): string {
    const at = Math.floor(this.#now() / 1000)
    const half = createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')
    const body = {
      iss: issuer,
      sub: granted.user,
      aud: granted.clientId,
      exp: at + tokenSeconds,
      iat: at,
      auth_time: Math.floor(granted.at / 1000),
      nonce: granted.nonce,
      at_hash: half,
      ...claims,
    }
    const signed = `${base64url({ typ: 'JWT', alg: 'RS256', kid: keyId })}.${base64url(body)}`
    return `${signed}.${sign('sha256', Buffer.from(signed), ownKey()).toString('base64url')}`
  }

  clear(): void {
    this.#codes.clear()
    this.#tokens.clear()
  }
}

const images = (whose: 'user' | 'team', base: string, sizes: readonly number[]) =>
  Object.fromEntries(sizes.map((size) => [`https://slack.com/${whose}_image_${size}`, `${base}_${size}.png`]))

/** What may be told of somebody to an app with these scopes, as in the identity token and `openid.connect.userInfo`. */
export function claimsOf(
  person: Person,
  scopes: readonly string[],
  team: { id: string; name: string; domain: string },
): Record<string, unknown> {
  const [given_name = person.real_name, ...rest] = person.real_name.split(' ')
  return {
    'https://slack.com/user_id': person.id,
    'https://slack.com/team_id': person.team_id ?? team.id,
    ...(scopes.includes('email')
      ? { email: person.email, email_verified: true, date_email_verified: person.updated }
      : {}),
    ...(scopes.includes('profile')
      ? {
          name: person.real_name,
          given_name,
          family_name: rest.join(' '),
          locale: person.locale,
          picture: `https://avatars.example.com/${person.id}_512.png`,
          ...images('user', `https://avatars.example.com/${person.id}`, [24, 32, 48, 72, 192, 512]),
          ...images('team', 'https://avatars.example.com/team', [34, 44, 68, 88, 102, 132, 230]),
          'https://slack.com/team_image_default': true,
          'https://slack.com/team_name': team.name,
          'https://slack.com/team_domain': team.domain,
        }
      : {}),
  }
}
