/** How far a postmortem has come. `none`: there is no draft yet. Stored, so never renamed. */
export const postmortemStatuses = ['none', 'draft', 'in_review', 'approved', 'published', 'waived'] as const
export type PostmortemStatus = (typeof postmortemStatuses)[number]

export type Postmortem = {
  incidentId: string
  status: PostmortemStatus
  /** When the first draft stood; null before. */
  draftedAt: Date | null
  /** Since when it has this status. */
  since: Date | null
  /** Somebody said that it is published, and where; null where it is not, or a merge said so. */
  byHand: { link: string | null } | null
  /** Where the workspace's messages are found: `https://example.slack.com/archives/`; null while nobody knows. */
  archives: string | null
  /** What people have filled in by hand where the document went, whether the record says it or not. */
  filledThere: readonly GapKey[]
}

/** Nothing is asked and nothing is missing any more once somebody has looked at it and said so. */
export const isBeingWritten = ({ status }: Pick<Postmortem, 'status'>): boolean =>
  status === 'draft' || status === 'in_review'

/** The sections that the bot cannot fill by itself, in the document's order. */
const askedSections = [
  'impact',
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

/** What people write, in the document's order: stored, so never renamed. */
export const sectionKeys = ['summary', ...askedSections] as const
export type SectionKey = (typeof sectionKeys)[number]

/** The sections of a mini review: five questions in one form. */
export const miniSections = [
  'summary',
  'impact',
  'cause',
  'resolution',
  'next',
] as const satisfies readonly SectionKey[]

/** What somebody must say, since the bot cannot know it. Stored, so never renamed. */
export const gapKeys = ['occurred_at', 'detected_at', 'level', 'types', ...askedSections] as const
export type GapKey = (typeof gapKeys)[number]

export const sectionOf = (value: string | null | undefined): SectionKey | undefined =>
  sectionKeys.find((each) => each === value)

/** The moments that somebody can tell in one field. */
export const momentGaps = ['occurred_at', 'detected_at'] as const satisfies readonly GapKey[]
export const momentOf = (value: string | null | undefined): (typeof momentGaps)[number] | undefined =>
  momentGaps.find((each) => each === value)

/** A section as somebody wrote it last. */
export type Written = { section: SectionKey; version: number; words: string; by: string; at: Date }
