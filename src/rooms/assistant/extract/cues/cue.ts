/**
 * What a sentence of a response can be about, or how it is meant. Words of each language that show it lie in a file of their own, as data:
 * a company's channel that is read badly is mended there.
 */
export const cues = [
  // What it is about.
  'impact',
  'people',
  'symptom',
  'detection',
  'change',
  'cause',
  'culprit',
  'start',
  'action',
  'recovery',
  'relapse',
  'decision',
  'need',
  'next',
  'well',
  'wrong',
  'lucky',
  // How sure it is.
  'hedge',
  'softened',
  'hearsay',
  'confirmed',
  'withdrawal',
  'correction',
  'denial',
  'additional',
  'false-alarm',
  // How it is meant.
  'question',
  'plan',
  'sarcasm',
  'laughter',
  'order',
  'chatter',
] as const
export type Cue = (typeof cues)[number]

/** The words of one language, written for text in NFKC and small letters. Each pattern is tried by itself. */
export type Lexicon = Readonly<Record<Cue, readonly RegExp[]>>
