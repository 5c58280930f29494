import type { Locale } from '../../kit/i18n/index.ts'
import type { RefusalCode } from '../facts/index.ts'
import type { FailureCode } from './failure.ts'
import { texts } from './texts.ts'

const titles = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503] as const
export type ProblemStatus = (typeof titles)[number]

/** Why something was not done: `detail` in the caller's language, `field` where it is about one. */
export type Problem = {
  status: ProblemStatus
  code: FailureCode | RefusalCode
  detail: string
  field?: string | undefined
}

/** The content type of problem details (RFC 9457). */
export const problemType = 'application/problem+json'

/** A failure as RFC 9457 has it, with what callers of 0.3 read beside it. */
export function problemOf({ status, code, detail, field }: Problem, locale: Locale) {
  const about = field ? { field } : {}
  const title = texts.in(locale)(`title.${status}`)
  return {
    type: `urn:sssbot:problem:${code}`,
    title,
    status,
    code,
    detail,
    ...about,
    error: { code, message: detail, ...about },
  }
}
