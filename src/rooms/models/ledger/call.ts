import type { ModelRole } from '../../settings/index.ts'
import type { Purpose } from '../purpose.ts'

/** What an attempt was for. `embeddings` asks for no sentences. */
export type CallPurpose = Purpose | 'embeddings'

/** One attempt, as it stands before anything has left. */
export type NewCall = {
  id: string
  at: Date
  role: ModelRole
  provider: string
  model: string
  url: string
  leaves: boolean
  purpose: CallPurpose
  incidentId: string | null
  askedBy: string | null
  attempt: number
  request: string
  /** The messages whose words are in it, `channel:ts`. */
  saidIn: readonly string[]
  /** Expected, until the answer is there. */
  inputTokens: number
  outputTokens: number
  cost: number
}

/** What became of it. */
export type Ended = {
  at: Date
  outcome: 'answered' | 'refused' | 'cut' | 'unreadable'
  reason: string | null
  status: number | null
  answer: string | null
  /** Undefined where the provider has not counted: the expectation stands then. */
  counted: { inputTokens: number; outputTokens: number; cost: number } | undefined
}

/** Why an answer that came whole was no use: not of the shape that was asked for, in another language, or nothing in it that its sources bear out. */
export type Unusable = 'shape' | 'language' | 'unsupported'
