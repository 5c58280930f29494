import { createHash } from 'node:crypto'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
} from 'openid-client'
import { z } from 'zod'

/** An app that people sign in to, and the provider that vouches for them. */
export type Client = { issuer: string; clientId: string; clientSecret: string }

/** What Slack says of who signed in. https://docs.slack.dev/authentication/sign-in-with-slack */
const claims = z.object({
  'https://slack.com/user_id': z.string(),
  'https://slack.com/team_id': z.string(),
  'https://slack.com/enterprise_id': z.string().optional(),
})

/** Somebody who has proved who they are, by Slack's ids. */
export type Proved = { userId: string; teamId: string; enterpriseId: string | null }

/** The port to the provider by whom people prove who they are. */
export interface OpenId {
  /** Where a browser is sent to sign in. `secret` is known to it and to us alone; by it what comes back is recognised. */
  begin(secret: string, redirect: string): Promise<URL>
  /**
   * Who came back: by the whole address, with the code in it. Throws where the provider refused, does not answer, or what it says is not
   * for this browser.
   */
  finish(secret: string, came: URL): Promise<Proved>
}

/** What is derived of one secret: each of the three is told to somebody else, and none tells the others. */
const derived = (secret: string, what: 'state' | 'nonce' | 'verifier'): string =>
  createHash('sha256').update(`${what} ${secret}`).digest('base64url')

export function createOpenId({ issuer, clientId, clientSecret }: Client): OpenId {
  // The sandbox speaks plain http; Slack does not.
  const options = issuer.startsWith('http:') ? { execute: [allowInsecureRequests] } : {}
  let found: Promise<Configuration> | undefined
  /** Asked once; where that failed, again the next time. */
  const provider = () => {
    found ??= discovery(new URL(issuer), clientId, undefined, ClientSecretPost(clientSecret), options).catch(
      (error: unknown) => {
        found = undefined
        throw error
      },
    )
    return found
  }
  return {
    async begin(secret, redirect) {
      return buildAuthorizationUrl(await provider(), {
        redirect_uri: redirect,
        scope: 'openid',
        state: derived(secret, 'state'),
        nonce: derived(secret, 'nonce'),
        code_challenge: await calculatePKCECodeChallenge(derived(secret, 'verifier')),
        code_challenge_method: 'S256',
      })
    },
    async finish(secret, came) {
      const tokens = await authorizationCodeGrant(await provider(), came, {
        expectedState: derived(secret, 'state'),
        expectedNonce: derived(secret, 'nonce'),
        pkceCodeVerifier: derived(secret, 'verifier'),
        idTokenExpected: true,
      })
      const said = claims.parse(tokens.claims())
      return {
        userId: said['https://slack.com/user_id'],
        teamId: said['https://slack.com/team_id'],
        enterpriseId: said['https://slack.com/enterprise_id'] ?? null,
      }
    },
  }
}
