import type { AssembledPerson } from '../assembly/index.ts'

export type Answer = 'coming' | 'declined'

/** People called by hand. Who they are stands among the assembled people, under the reason `called:<n>`. */
export type Call = {
  n: number
  by: string
  at: Date
  /** The function's key in the settings; null when people were named one by one. */
  function: string | null
  reason: string | null
  /** The function's channels, where the call is posted too. */
  channels: readonly string[]
  answers: readonly { userId: string; answer: Answer; at: Date }[]
}

/** What brought the people of the n-th call. */
export const calledReason = (n: number): string => `called:${n}`

/** Who of a call is where: whoever came unasked counts among those who come. */
export type Roll = { coming: string[]; declined: string[]; waiting: string[]; skipped: string[] }

export function rollOf(call: Pick<Call, 'n' | 'answers'>, people: readonly AssembledPerson[]): Roll {
  const called = people.filter(({ reason }) => reason === calledReason(call.n))
  const answered = new Map(call.answers.map(({ userId, answer }) => [userId, answer]))
  const by = (answer: Answer) => call.answers.filter((each) => each.answer === answer).map(({ userId }) => userId)
  return {
    coming: by('coming'),
    declined: by('declined'),
    waiting: called.filter(({ userId, skipped }) => !skipped && !answered.has(userId)).map(({ userId }) => userId),
    skipped: called.filter(({ userId, skipped }) => skipped && !answered.has(userId)).map(({ userId }) => userId),
  }
}
