import type { FieldValue, MessageContent, ModalView } from '../../kit/block-kit/index.ts'
import type { World } from '../facts/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import type { Verb } from './verb.ts'

/** Who gives the command, about what, and with which answers; fields are keyed by the form's block ids. */
export type Order = { by: string; incidentId: string; values: Readonly<Record<string, FieldValue>> }

/** One verb, from the button to the use case. */
export type Command = {
  verb: Verb
  /** The form that the verb needs; absent where the click does it. */
  form?(situation: Situation, voice: Voice, now: Date): ModalView
  /** Does it. An answer is shown to the person alone. Throws a `Refusal`. */
  run(world: World, order: Order, voice: Voice): Promise<MessageContent | undefined>
}

/** The callback id of a verb's form. */
export const formId = (verb: Verb): string => `incident.${verb}`

/** What a form carries along unseen. */
export const formMetadata = (situation: Situation): { incident: string } => ({ incident: situation.incident.id })

/** A text field's answer. */
export const textOf = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null)

/** A date-time picker's answer. */
export const momentOf = (value: FieldValue | undefined): Date | null =>
  typeof value === 'number' ? new Date(value * 1000) : null
