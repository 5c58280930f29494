import type { Material } from '../../material.ts'
import { readingOf } from '../candidates.ts'
import type { Claim } from '../claim.ts'

/** So many sentences from the beginning may be the first report; later ones tell of it. */
const within = 40

/** Somebody who asks whether others see it too reports it; who changes something, orders or chats does not. */
const isReport = ({ cues, isVoid, saying, doubt }: Claim): boolean => {
  if (isVoid || saying.line === undefined || doubt === 'withdrawn') return false
  if (saying.byApp) return !cues.has('recovery')
  return (
    (cues.has('symptom') || cues.has('impact') || cues.has('detection') || cues.has('question')) &&
    !cues.has('next') &&
    !cues.has('recovery') &&
    !(cues.has('change') && !cues.has('symptom') && !cues.has('impact'))
  )
}

/** The first alert or the first person's word of it, whichever came first. Before the declaration it may be in words that no list knows. */
export function firstReport(material: Material): Claim | undefined {
  const early = readingOf(material)
    .claims.filter(({ saying }) => saying.line !== undefined)
    .slice(0, within)
  const { declaredAt } = material.incident
  const isAnyWord = ({ saying, cues, isVoid, terms }: Claim) =>
    !isVoid &&
    saying.at <= declaredAt &&
    terms.size > 0 &&
    !(['chatter', 'change', 'recovery', 'next', 'decision'] as const).some((cue) => cues.has(cue))
  return early.find((claim) => isReport(claim) || isAnyWord(claim))
}
