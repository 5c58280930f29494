import type { Line, Material, StatedUpdate } from '../material.ts'
import type { Doubt, Source } from '../statement.ts'
import { isBorrowed, isRemembered, withoutQuotes } from './borrowed.ts'
import { momentsIn, type Named } from './clock-times.ts'
import { type Count, countsIn } from './counts.ts'
import type { Cue } from './cues/cue.ts'
import { cuesIn } from './cues/read.ts'
import { sourceOf } from './frame.ts'
import { withoutSecrets } from './hidden.ts'
import { normal, sentencesOf } from './sentences.ts'
import { termsOf } from './terms.ts'

const fields = ['impact', 'condition', 'action', 'need'] as const
/** Which field it stands in, of an update or of the incident; a message has none. */
export type SaidIn = (typeof fields)[number] | 'summary' | 'known-impact'

/** A message, or a field of an update: whatever somebody said at one moment. */
export type Saying = {
  source: Source
  /** The message; undefined where it was an update. */
  line: Line | undefined
  update: StatedUpdate | undefined
  field: SaidIn | undefined
  /** Who, by id or else by name. */
  author: string | null
  /** The conversation it belongs to: its thread, or itself. */
  thread: string
  at: Date
  byApp: boolean
  /** Counts all sayings, from 0. */
  n: number
  claims: readonly Claim[]
}

/** One sentence of a saying, and what it shows. */
export type Claim = {
  saying: Saying
  /** As it stood, without secrets. */
  words: string
  norm: string
  cues: ReadonlySet<Cue>
  terms: ReadonlySet<string>
  counts: readonly Count[]
  moments: readonly Named[]
  /** What later words have done to it; a guess is a rumour from the beginning. */
  doubt: Doubt | undefined
  /** Somebody agreed with a guess. */
  isConfirmed: boolean
  /** One person's flat word that nobody bore out (lone.ts). */
  isLone: boolean
  /** Something that was done, and did not help. */
  hasFailed: boolean
  /** Not to be shown at all: an order to a machine, sarcasm. */
  isVoid: boolean
}

/** Nothing but names that are called: whoever only calls the bot has said nothing of the incident. */
const bareCall = /^\s*(?:@[^\s@]{1,80}\s*)+$/u

type Said = Pick<Saying, 'at' | 'line' | 'update' | 'field' | 'source'> & { words: string }

/** Everything that was said, in its order. Messages that give orders to machines are void as a whole. */
export function sayingsOf(material: Material): Saying[] {
  const { incident } = material
  const inFields = [
    { field: 'summary' as const, name: 'summary' as const, words: incident.summary },
    { field: 'known-impact' as const, name: 'impact' as const, words: incident.impact ?? '' },
  ]
  const said: Said[] = [
    ...inFields.map(({ field, name, words }) => ({
      at: incident.declaredAt,
      line: undefined,
      update: undefined,
      field,
      source: { is: 'field' as const, name },
      words,
    })),
    ...material.lines
      .filter(({ words }) => !bareCall.test(words))
      .map((line) => ({
        at: line.saidAt,
        line,
        update: undefined,
        field: undefined,
        source: sourceOf(line),
        words: line.words,
      })),
    ...material.updates.flatMap((update) =>
      fields.flatMap((field) => {
        const words = update[field]
        const source = { is: 'update' as const, n: update.n }
        return words ? [{ at: update.at, line: undefined, update, field, source, words }] : []
      }),
    ),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return said.map(({ at, line, update, field, source, words }, n) => {
    const saying: Saying & { claims: Claim[] } = {
      source,
      line,
      update,
      field,
      author: line ? (line.author ?? line.authorName) : (update?.authorName ?? null),
      thread: line ? `${line.channelId} ${line.threadTs ?? line.ts}` : 'fields',
      at,
      byApp: line?.byApp ?? false,
      n,
      claims: [],
    }
    for (const sentence of sentencesOf(withoutSecrets(words)))
      saying.claims.push(claimOf(saying, sentence, material.timeZone))
    if (saying.claims.some(({ cues }) => cues.has('order')) || (line && !line.byApp && isBorrowed(normal(words))))
      for (const claim of saying.claims) claim.isVoid = true
    return saying
  })
}

function claimOf(saying: Saying, words: string, timeZone: string): Claim {
  const norm = normal(words)
  const terms = termsOf(norm)
  const cues = new Set(cuesIn(norm))
  // `すみません、…が流したままでした`: who begins like that may go on to say what matters.
  if (terms.size >= 3) cues.delete('chatter')
  // `「直りました」という声`: somebody else's word, whom nobody here has seen.
  const own = withoutQuotes(norm)
  const isQuotedEnd = own !== norm && cues.has('recovery') && !cues.has('relapse') && !cuesIn(own).has('recovery')
  // Who is merely sure has not looked.
  if (assures.test(norm) && !evidence.test(norm)) cues.delete('confirmed')
  const counts = countsIn(norm)
  const moments = momentsIn(norm, saying.at, timeZone)
  const isGuess =
    isGuessed(cues) ||
    (cues.has('softened') && cues.has('symptom') && reported.test(norm) && !source.test(norm)) ||
    (saying.line?.marks.includes('hypothesis') ?? false)
  return {
    saying,
    words,
    norm,
    cues,
    terms,
    counts,
    moments,
    doubt: isGuess ? 'rumour' : undefined,
    isConfirmed: false,
    isLone: false,
    hasFailed: false,
    isVoid: cues.has('sarcasm') || isJoke(cues, counts.length + moments.length) || isRemembered(norm) || isQuotedEnd,
  }
}

/** Words by which people lend weight to what they say, and those by which they say that they looked. */
const assures = /間違いな|絶対|確実|に決まって|\b(?:definitely|for sure|100%|no doubt|obviously|clearly|exactly)\b/u
const evidence = /確認|再現|ログ|裏が|\b(?:confirm\w*|verified|reproduc\w*|logs?|bingo)\b|\d{2}/u

/** Who laughs and tells nothing that was done, found or counted, jokes. */
const isJoke = (cues: ReadonlySet<Cue>, numbers: number): boolean =>
  cues.has('laughter') && numbers === 0 && !(['action', 'recovery', 'culprit'] as const).some((cue) => cues.has(cue))

/** Told from somebody else: of whom, or it is a rumour. */
const reported = /そうです/u
const source = /(?:から|より|によると|先方|ベンダー|事業者|さん|様|ログ|監視)/u

/** A softer word makes a guess of a cause only: what people see, they report politely. What puts right is no guess. */
const isGuessed = (cues: ReadonlySet<Cue>): boolean =>
  !cues.has('correction') &&
  (cues.has('hedge') || cues.has('hearsay') || (cues.has('softened') && (cues.has('cause') || cues.has('culprit'))))

/** Whether a claim says something, and is not a question or void. */
export const isSaid = ({ cues, isVoid }: Claim): boolean => !isVoid && !cues.has('question')

/** Whether it stands after all that was said later. */
export const stands = (claim: Claim): boolean =>
  isSaid(claim) && (claim.doubt === undefined || (claim.doubt === 'rumour' && claim.isConfirmed))
