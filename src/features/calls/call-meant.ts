import type { Spoken } from '../../rooms/faces/index.ts'

/** The last call that somebody has not answered, or the last of all: whoever was not called may come too. */
export const callOf: NonNullable<Spoken['meant']> = ({ calls }, { by }) => {
  const unanswered = calls.filter(({ answers }) => !answers.some(({ userId }) => userId === by))
  const last = unanswered.at(-1) ?? calls.at(-1)
  return last ? [{ argument: String(last.n) }] : []
}
