/** Something of a service that can break, as people name it. */
export type Feature = { service: 'a' | 'b'; name: string }

/**
 * One kind of trouble, from the first words to what was learnt. `{feature}` stands for what broke, `{n}` for a number from 3 to 97, `{v}` for a release.
 */
export type Trouble = {
  types: readonly ('confidentiality' | 'integrity' | 'availability')[]
  detectedBy: 'monitoring' | 'customer' | 'employee' | 'vendor' | 'outside'
  /** What follows the feature in the summary. */
  symptom: string
  impact: string
  /** First report, follow-up and final one. */
  updates: readonly (readonly [condition: string, action: string])[]
  /** What people say meanwhile, in this order among the rest. */
  says: readonly string[]
  todo: string
  postmortem: Readonly<
    Record<'affected' | 'cause' | 'trigger' | 'detection' | 'resolution' | 'well' | 'wrong' | 'lucky', string>
  >
  actions: readonly (readonly [title: string, kind: 'prevent' | 'detect' | 'mitigate' | 'process'])[]
}

/** All that is said in one language. */
export type Words = {
  locale: 'ja' | 'en'
  features: readonly Feature[]
  /** What stands before the summary, so that titles differ: where, since when, for whom. */
  circumstances: readonly string[]
  troubles: readonly Trouble[]
  /** What people say in any incident. */
  chatter: readonly string[]
  levelReasons: readonly string[]
  cancelled: readonly string[]
  drill: string
  waiver: string
  joined: (circumstance: string, feature: string, symptom: string) => string
}
