import { clip } from '../block-kit/index.ts'
import { redact } from '../redact.ts'
import type { Failure } from './outcome.ts'

type Refusal = Extract<Failure, { is: 'refused' }>

/**
 * What a refusal by GitHub is about, whatever was asked. `conflict`: a 409 of which nobody knows whether it is a race (`moved`) or a
 * rule. All but these two last until a person does something.
 */
export type Refused =
  | 'secret_missing'
  | 'key_unreadable'
  | 'unauthorized'
  | 'sso'
  | 'ip_refused'
  | 'suspended'
  | 'blocked'
  | 'archived'
  | 'empty'
  | 'secret_found'
  | 'rule'
  | 'issues_disabled'
  | 'locked'
  | 'too_long'
  | 'too_large'
  | 'forbidden'
  | 'absent'
  | 'gone'
  | 'moved'
  | 'conflict'
  | 'refused'

/**
 * GitHub says by a sentence what its status does not: an empty repository, a ruleset and a race all answer 409. From its reference
 * (https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api) and from what people report of its answers.
 */
const sentences: readonly [RegExp, Refused][] = [
  [/\bSAML\b|single sign-on/i, 'sso'],
  [/IP allow list/i, 'ip_refused'],
  [/\bsuspended\b/i, 'suspended'],
  [/access blocked|disabled by GitHub|locked for (?:migration|billing)|account is locked/i, 'blocked'],
  [/archived so is read-only|repository (?:is|was|has been) archived/i, 'archived'],
  [/repository is empty/i, 'empty'],
  // Before the rules, whose head it has.
  [/secret detected|contains? secrets|push protection/i, 'secret_found'],
  [
    /rule violations?|protected (?:branch|ref)|branch protection|through a pull request|push to this branch|status checks?|verified signatures?|being restricted|reference update failed|commit message must|force-push/i,
    'rule',
  ],
  [/issues? (?:is|are|has been|have been) disabled/i, 'issues_disabled'],
  [/(?:issue|conversation|pull request) is locked/i, 'locked'],
  [/\btoo long\b/i, 'too_long'],
  [/\btoo large\b|exceeds? the (?:maximum|limit)/i, 'too_large'],
  [/does not match|but expected|already exists|fast.forward|merge conflict|"sha" wasn't supplied/i, 'moved'],
]

const byStatus: Readonly<Record<number, Refused>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'absent',
  409: 'conflict',
  410: 'gone',
  413: 'too_large',
  423: 'locked',
  451: 'blocked',
}

/** What is over by itself: the words of an `Outcome` that is no refusal, and of a race. A `conflict` may be one, for the first tries. */
const passing: ReadonlySet<string> = new Set(['limited', 'unreached', 'unsure', 'moved', 'conflict'])
export const passesByItself = (error: string): boolean => passing.has(error)

const firstLookMs = 10 * 60_000
const longestLookMs = 24 * 60 * 60_000

/**
 * What lasts is tried again when somebody says so. Besides the bot looks by itself ever more seldom, at last once a day, in milliseconds.
 */
export const seldomAfter = (attempts: number): number =>
  Math.min(firstLookMs * 2 ** Math.min(Math.max(attempts - 1, 0), 10), longestLookMs)

/** What a refusal is about. */
export function refusedAs(failure: Refusal): Refused {
  const { status, error } = failure
  if (status === 0) return error === 'key_unreadable' ? 'key_unreadable' : 'secret_missing'
  if (status === 401) return 'unauthorized'
  const said = whole(failure)
  return sentences.find(([shape]) => shape.test(said))?.[1] ?? byStatus[status] ?? 'refused'
}

/** As long as fits beside our own words, in characters. */
const longestSaid = 300

/** What GitHub said, in one line, without secrets and not too long for people to read. */
export const saidIn = (failure: Refusal): string => clip(redact(whole(failure)), longestSaid)

/** Its sentence and its reasons. "Validation Failed" alone says nothing where a reason does. */
function whole({ error, errors = [] }: Refusal): string {
  const reasons = errors.flatMap(({ message, field, code }) => message ?? [field, code].filter(Boolean).join(' '))
  const sentence = errors.length > 0 && /^validation failed$/i.test(error) ? [] : [error]
  return [...sentence, ...reasons].filter(Boolean).join(' / ').replaceAll(/\s+/g, ' ').trim()
}
