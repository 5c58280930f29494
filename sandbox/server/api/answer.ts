import { isDocumentedError } from '../../coverage/index.ts'
import type { Refusal } from '../refusal.ts'
import type { Json } from '../workspace/json.ts'

/** Errors seen on real Slack although the method's page does not name them. */
const observed: Readonly<Record<string, readonly string[]>> = {
  // A bot is no member of an archived channel (archiving removes it), so it can never unarchive.
  'conversations.unarchive': ['not_in_channel'],
}

/** The one place where an error becomes an answer: one that Slack does not document is a mistake of the sandbox. */
export function refusalAnswer(method: string, refusal: Refusal): Json {
  const known =
    method === 'unknown' || isDocumentedError(method, refusal.error) || observed[method]?.includes(refusal.error)
  if (!known)
    throw new Error(`The sandbox answered ${method} with "${refusal.error}", which Slack does not document of it.`)
  return { ok: false, error: refusal.error, ...refusal.details }
}
