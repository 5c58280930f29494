export { type Change, commit, recordFacts, type Unchanged, unchanged } from './commit.ts'
export {
  type Actor,
  agent,
  bot,
  clockwork,
  type Fact,
  type FactData,
  type FactOf,
  type FactType,
  factsOf,
  type NewFact,
  person,
  type Through,
  type TokenThrough,
} from './fact.ts'
export { hearOddFacts } from './odd.ts'
export { Refusal, type RefusalCode } from './refusal.ts'
export { factById, factsAbout, factsAboutAny, factsBefore } from './store.ts'
export { doerName, viaWords } from './who.ts'
export type { Consequence, Effects, KeepTimer, Membership, World } from './world.ts'
