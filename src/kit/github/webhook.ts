import { verify } from '@octokit/webhooks-methods'

/** Whether `signature` (the header `X-Hub-Signature-256`) is that of these bytes of a body. */
export async function isSigned(secret: string, body: string, signature: string | undefined): Promise<boolean> {
  // Without one of the three the library throws instead of answering.
  return secret !== '' && body !== '' && signature ? verify(secret, body, signature) : false
}
