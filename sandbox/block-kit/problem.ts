import type { Finding } from './rule.ts'

/**
 * One reason why Slack refuses a payload. `error` is the error that the method answers; `message` is the line that goes
 * with it in `response_metadata.messages`; `pointer` says where, from the call's arguments on.
 */
export type Problem = { error: string; pointer: string; message: string }

/** @returns the finding as Slack tells it, e.g. `[ERROR] missing required field: title [json-pointer:/view]`. */
export function problem(error: string, { pointer, message }: Finding): Problem {
  return { error, pointer, message: `[ERROR] ${message} [json-pointer:${pointer}]` }
}
