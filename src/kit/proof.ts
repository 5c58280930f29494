import { createHmac } from 'node:crypto'

/** What is asked with: long enough that nobody has heard the answer before. */
export const isNonce = (text: string): boolean => /^[\w-]{22,64}$/.test(text)

/** What the bot shares with Slack and with nobody else. */
type Secrets = { signingSecret?: string | undefined; botToken: string }

/**
 * What only a bot with these secrets can answer to `nonce`. To whoever has not got them it says nothing, so that an
 * installation can be told from anything else at its address without telling strangers what stands there.
 */
export const proofOf = ({ signingSecret, botToken }: Secrets, nonce: string): string =>
  createHmac('sha256', signingSecret ?? botToken)
    .update(`bot ${nonce}`)
    .digest('base64url')
