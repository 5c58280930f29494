import type { GapKey } from '../postmortem.ts'

/** What is asked about: one thing that is missing, or the five questions of a mini review at once. */
export type Asked = GapKey | 'mini'

export type QuestionState = 'open' | 'answered' | 'unknown' | 'passed' | 'withdrawn'

/** One question to one person, or to a channel in which anybody may answer. */
export type Question = {
  id: string
  incidentId: string
  gap: Asked
  userId: string | null
  channelId: string | null
  askedAt: Date
  /** Who passed it on; null where the bot asked. */
  passedBy: string | null
  state: QuestionState
  settledAt: Date | null
  settledBy: string | null
  passedTo: string | null
}

/** Whom a question can be put to. */
export type Addressee = { userId: string; channelId: null } | { userId: null; channelId: string }

/** Who may know what, by what they did in the incident. `support` is a channel, and there is none of a private one. */
export type Crew = {
  owner: string | null
  declarer: string
  /** Each in the order in which they took the role. */
  handler: readonly string[]
  liaison: readonly string[]
  responder: readonly string[]
  support: string | null
}

type Knower = keyof Crew

/** Who most likely knows it, best first. What nobody is asked is settled with a command of its own. */
const knowers: Record<Asked, readonly Knower[]> = {
  occurred_at: ['handler', 'responder', 'owner', 'declarer'],
  detected_at: ['declarer', 'handler', 'owner'],
  level: [],
  types: ['handler', 'owner', 'declarer'],
  impact: ['liaison', 'support', 'handler', 'owner'],
  affected: ['liaison', 'support', 'handler', 'owner'],
  cause: ['handler', 'responder', 'owner'],
  trigger: ['responder', 'handler', 'owner'],
  detection: ['declarer', 'handler', 'owner'],
  resolution: ['handler', 'responder', 'owner'],
  well: ['owner', 'handler'],
  wrong: ['owner', 'handler'],
  lucky: ['owner', 'handler'],
  next: ['owner', 'handler'],
  mini: ['owner', 'handler', 'declarer'],
}

/** What is asked for: each gap by itself, or of a mini review all that is missing in one form. */
export function askedFor(gaps: readonly GapKey[], isMini: boolean): Asked[] {
  if (isMini) return gaps.length > 0 ? ['mini'] : []
  return gaps.filter((gap) => knowers[gap].length > 0)
}

const isTo = (question: Question, { userId, channelId }: Addressee): boolean =>
  question.userId === userId && question.channelId === channelId

/** Everybody who may know, best first and each once: whom somebody named goes before all others. */
function addresseesOf(gap: Asked, crew: Crew, history: readonly Question[]): Addressee[] {
  const people = (ids: readonly (string | null)[]): Addressee[] =>
    ids.flatMap((userId) => (userId ? [{ userId, channelId: null }] : []))
  const named = people(history.map(({ passedTo }) => passedTo).toReversed())
  const known = knowers[gap].flatMap((knower): Addressee[] => {
    if (knower === 'support') return crew.support ? [{ userId: null, channelId: crew.support }] : []
    // Whoever led last knows how it ended.
    if (knower === 'handler') return people(crew.handler.toReversed())
    return people([crew[knower]].flat())
  })
  const each = [...named, ...known]
  return each.filter((one, n) => each.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === n)
}

/**
 * What is asked now, and of whom: nobody has more than one open question, nobody is asked twice, and who knows best is waited
 * for. `mayBeAsked` tells who can answer; `busy` are people with an open question anywhere.
 */
export function nextQuestions(
  wanted: readonly Asked[],
  crew: Crew,
  history: readonly Question[],
  { busy, mayBeAsked }: { busy: ReadonlySet<string>; mayBeAsked(userId: string): boolean },
): ({ gap: Asked; passedBy: string | null } & Addressee)[] {
  const taken = new Set(busy)
  for (const { state, channelId } of history) if (state === 'open' && channelId) taken.add(channelId)
  return wanted.flatMap((gap) => {
    const before = history.filter((question) => question.gap === gap)
    // What somebody has answered and somebody else took out again is for people to settle.
    if (before.some(({ state }) => state === 'open' || state === 'answered')) return []
    const next = addresseesOf(gap, crew, before).find(
      (one) => !before.some((question) => isTo(question, one)) && (one.userId === null || mayBeAsked(one.userId)),
    )
    const key = next && (next.userId ?? next.channelId)
    if (!next || !key || taken.has(key)) return []
    taken.add(key)
    const passedBy = before.find(({ passedTo }) => passedTo !== null && passedTo === next.userId)?.settledBy ?? null
    return [{ gap, passedBy, ...next }]
  })
}
