import type { Grounds } from '../grounds.ts'
import type { Say } from './texts.ts'

/** What a trial has: all that a check has, and words of its own. */
export type TrialGrounds = Omit<Grounds, 't'> & { t: Say }
