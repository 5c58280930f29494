import type { Clock } from '../../kit/clock.ts'
import type { Lane, Outcome, Slack } from '../../kit/slack/index.ts'
import type { Act, SlotRow } from './slot.ts'

/** Where a thing stands in Slack, once it does. */
export type Standing = { channelId: string | null; ts: string | null; ref: string | null }

/** What a performer is given besides the act. */
export type Scene = {
  slack: Slack
  clock: Clock
  subject: string
  slot: string
  lane: Lane
  /** Where another slot of the same subject stands; undefined until it does. */
  standing(slot: string): Standing | undefined
  /** Whether another slot of the same subject stood, and a person has taken it away. */
  isGone(slot: string): boolean
}

/** How one kind of act is done in Slack. */
export interface Performer<A extends Act> {
  /** Does it for the first time. */
  make(act: A, scene: Scene): Promise<Outcome<Standing>>
  /** Finds what an earlier, lost try may have left; null when there is nothing. */
  look(act: A, scene: Scene, intendedAt: Date): Promise<Outcome<Standing | null>>
  /** Puts what stands in step with the state. Absent where a thing never changes. */
  renew?(act: A, scene: Scene, row: SlotRow): Promise<Outcome<Standing>>
}

/** An act of one kind. */
export type ActOf<Do extends Act['do']> = Extract<Act, { do: Do }>

export const nowhere: Standing = { channelId: null, ts: null, ref: null }

/** The outcome that something stands. */
export const standsAt = (standing: Partial<Standing>): Outcome<Standing> => ({
  is: 'done',
  value: { ...nowhere, ...standing },
})

/** Turns what Slack answered into what we keep, and leaves failures as they are. */
export function mapDone<T, U>(outcome: Outcome<T>, keep: (value: T) => U): Outcome<U> {
  return outcome.is === 'done' ? { is: 'done', value: keep(outcome.value) } : outcome
}
