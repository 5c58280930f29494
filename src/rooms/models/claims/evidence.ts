/**
 * Something that a claim can rest on, as the model is shown it. Whoever builds a list of them puts in only what everybody at the place may
 * see where the text will appear: what is not in the list cannot be cited. `key` stays the same from one list to the next: `update:3`.
 */
export type Evidence = {
  key: string
  /** A message (`channel:ts`), so that its deletion reaches whatever was made of it; null for fields and updates. */
  place: string | null
  /** The message (`channel:ts`) whose words these are as well, as those of a TODO: its deletion reaches whatever was made of them, too. */
  takenFrom?: string
  words: string
  at: Date | null
  author: string | null
  /** Sent whatever else there is no room for: fields, updates, marks. */
  isPinned: boolean
}

/** One sentence of a model's answer, as it came. `isAssumption`: the model says itself that nobody said so. */
export type Claim = { words: string; sources: readonly string[]; isAssumption: boolean; part: Part }

/** To which length of a summary a sentence belongs: the shorter ones are part of the longer. */
export const lengths = ['line', 'three', 'whole'] as const
/** For which field of an update a sentence is proposed. */
export const updateParts = ['condition', 'action', 'need', 'impact'] as const
/** For which section of a postmortem; moments are taken from what people said alone. */
export const sectionParts = [
  'affected',
  'cause',
  'trigger',
  'detection',
  'resolution',
  'well',
  'wrong',
  'lucky',
  'next',
] as const

/** For which place of a letter to customers. */
export const letterParts = ['impact', 'note'] as const

/** What a sentence of an answer is for. Kept with answers: add, never rename. */
export const parts = [...lengths, ...updateParts, ...sectionParts, 'note'] as const
export type Part = (typeof parts)[number]

/** A sentence that was checked. What is `assumed` is shown as such, never as a fact. */
export type Checked = { words: string; sources: readonly string[]; standing: 'fact' | 'assumed'; part: Part }
