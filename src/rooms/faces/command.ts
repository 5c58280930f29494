import type { z } from 'zod'
import { type Block, type FieldValue, type MessageContent, type ModalView, modal } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import type { DraftPurpose } from '../assistant/index.ts'
import { type NewFact, person, type World } from '../facts/index.ts'
import { type AnyVerb, type Caller, perform, type Verb } from '../incident/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import type { Spoken } from './spoken.ts'
import { texts } from './texts.ts'

/**
 * Who gives the command, about what, and with which answers; fields are keyed by the form's block ids. `argument` is what
 * the button said besides the verb (which TODO, which role); null from the menu.
 */
export type Order = {
  by: string
  incidentId: string
  values: Readonly<Record<string, FieldValue>>
  argument: string | null
  /** The form that it came from; absent where the click did it. A form that is sent twice has the same. */
  viewId?: string
  /** Who gives it, where that is not in Slack. */
  caller?: Caller
}

/** How the announcement of a fact will read in the channels that hear of it; null for what is not announced. */
export type Foretell = (fact: NewFact, situation: Situation, by: string, voice: Voice) => string | null

/** One of several things of which the form asks. */
export type Choice = { value: string; text: string }

/** What a form may show beside the incident itself. */
export type Beside = { by: string; choices: readonly Choice[]; foretell: Foretell }

/** What a form that has to be looked up is about. */
export type Looking = { world: World; situation: Situation; by: string; now: Date; argument: string | null }

/** For a form that stands by itself, in a sample for one. */
export const nothingBeside: Beside = { by: 'U0SOMEBODY', choices: [], foretell: () => null }

/** One verb, from the button to the use case. */
export type Command = {
  /** Stands as a value in buttons and menus of messages long posted: never rename one. */
  verb: string
  /** What the button and the menu call it. */
  label(locale: Locale): string
  /** What is asked before the click does it, where it cannot be undone. */
  sure?(locale: Locale): string
  /** How people say it to the bot. */
  spoken: Spoken
  /** Its form begins with what stands there: whoever sends it after somebody else has changed that is told, and nothing is overwritten. */
  puts?: 'right'
  /** Whether it makes sense now. A stale button may still ask for it: then the use case refuses and explains. */
  offered(situation: Situation): boolean
  /** What the form lets people choose of, where that has to be looked up. */
  choices?(reader: Reader, situation: Situation, by: string, voice: Voice): Promise<readonly Choice[]>
  /** The form that the verb needs; absent, or undefined for this argument, where the click does it. */
  form?(situation: Situation, voice: Voice, now: Date, argument: string | null, beside?: Beside): ModalView | undefined
  /** The same, where the form shows what has to be looked up; it is there in place of `form`. */
  look?(reader: Reader, about: Looking, voice: Voice): Promise<ModalView | undefined>
  /** What a model is asked for once the form of this argument stands open; it is drawn anew when that is there. */
  awaits?(argument: string | null): DraftPurpose | undefined
  /** Whether the form of this argument takes the place of the one whose button was pressed, and its fields begin with other words. */
  replaces?(argument: string | null): boolean
  /** Once the click has done it, the fields of the form below begin with what stands now, whatever stood in them. */
  fillsIn?: true
  /** Once it is sent, the forms below it have done their part as well. */
  closesAll?: true
  /** What follows once somebody was shown it. */
  seen?(world: World, who: { by: string; incidentId: string }): Promise<void>
  /** The verb that it is a face of; absent where it looks, or is more than one verb. The API has a route for each. */
  does?: AnyVerb
  /** Does it. An answer is shown to the person alone. Throws a `Refusal`, or a ZodError whose path is the field. */
  run(world: World, order: Order, voice: Voice): Promise<MessageContent | undefined>
}

/** What a form or a click says, in the wire form that verbs read: moments as ISO 8601, and what was left empty is not there. */
export const wireOf = (values: Order['values']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      if (value === null || value === undefined) return []
      return [[field, typeof value === 'number' ? isoOf(value) : value]]
    }),
  )

/** Seconds since the epoch as ISO 8601; what is no time of any calendar stays a number, which no verb reads. */
function isoOf(seconds: number): string {
  const at = new Date(seconds * 1000)
  return Number.isNaN(at.getTime()) ? String(seconds) : at.toISOString()
}

/** What a person is told alone, at once or after a look. */
type Answer = MessageContent | undefined | Promise<MessageContent | undefined>

/** Who gives an order, as verbs know them. */
export const callerOf = ({ by, viewId, caller }: Order): Caller =>
  caller ?? { actor: person(by), via: 'slack', ...(viewId ? { viewId } : {}) }

/**
 * A command that does one verb with what its form says; `inputOf` where the click's argument is part of it, and `answer` where the
 * person is told something alone.
 */
export const doing = <Input extends z.ZodType, Result>(
  verb: Verb<Input, Result>,
  inputOf: (order: Order) => Record<string, unknown> = ({ values }) => wireOf(values),
  answer?: (done: Result, about: { world: World; order: Order; voice: Voice }) => Answer,
): Pick<Command, 'verb' | 'does' | 'run'> => ({
  verb: verb.name,
  does: verb,
  async run(world, order, voice) {
    const done = await perform(world, verb, callerOf(order), order.incidentId, inputOf(order))
    return answer?.(done, { world, order, voice })
  },
})

/** The callback id of a verb's form. */
export const formId = (verb: string): string => `incident.${verb}`

/**
 * The block that carries the controls names the incident, so that a click is understood wherever the message stands. `n`
 * tells several of one incident in one view apart.
 */
export const controlsBlockId = (incidentId: string, n?: number): string =>
  n === undefined ? `incident:${incidentId}` : `incident:${incidentId}#${n}`

/** The action id of a button that does one verb anywhere else than as the next step; its value is the verb's argument. */
export const verbActionId = (verb: string): string => `incident.${verb}`

/** A verb's form. It carries along unseen which incident it is about, and the button's argument. */
export function verbForm(
  verb: string,
  about: { situation: Situation; voice: Voice; argument?: string | null },
  words: { title: string; submit?: string; close?: string },
  blocks: Block[],
): ModalView {
  const { situation, voice, argument = null } = about
  return modal({
    callbackId: formId(verb),
    title: words.title,
    ...(words.submit === undefined ? {} : { submit: words.submit }),
    close: words.close ?? texts.in(voice.locale)(words.submit === undefined ? 'close' : 'cancel'),
    metadata: { incident: situation.incident.id, ...(argument === null ? {} : { argument }) },
    blocks,
  })
}

/** A text field's answer. */
export const textOf = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null)

/** What is chosen of several. */
export const listOf = (value: FieldValue | undefined): string[] => (Array.isArray(value) ? value : [])

/** A date-time picker's answer. */
export const momentOf = (value: FieldValue | undefined): Date | null =>
  typeof value === 'number' && !Number.isNaN(new Date(value * 1000).getTime()) ? new Date(value * 1000) : null
