import type { ActAnswer } from '../../../protocol.ts'
import { tell } from '../notices/notices.ts'
import { personNow } from './session.ts'

/** What the acted person does; the verbs are those of the control API. */
export type Deed = { do: string; [field: string]: unknown }

/**
 * Does something as the acted person. A refusal is shown to them, unless the caller shows it itself (`quiet`). A server that
 * cannot be reached is a refusal too: this never throws.
 */
export async function act(deed: Deed, quiet = false): Promise<ActAnswer> {
  const answer = await send({ as: personNow(), ...deed })
  if (!answer.ok && !quiet) tell(answer.error)
  return answer
}

async function send(body: unknown): Promise<ActAnswer> {
  try {
    const response = await fetch('/_sandbox/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    return isAnswer(answer) ? answer : { ok: false, error: `http_${response.status}` }
  } catch {
    return { ok: false, error: 'unreachable' }
  }
}

function isAnswer(value: unknown): value is ActAnswer {
  return typeof value === 'object' && value !== null && 'ok' in value
}
