import type { Reader } from '../../kit/db/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import type { Links } from '../../kit/links.ts'
import type { FactOf, FactType } from '../facts/index.ts'
import type { Slot } from '../projection/index.ts'
import type { Settings } from '../settings/index.ts'
import type { Core, Situation, Voice } from '../situation/index.ts'

/** What a feature draws its slots from. */
export type Drawing<Type extends FactType, Beside> = {
  situation: Situation
  /** The facts that it asks for, in order. */
  facts: readonly FactOf<Type>[]
  /** What its `read` answered. */
  beside: Beside
  /** The languages of those whom it speaks to by name. */
  locales: ReadonlyMap<string, Locale>
  /** The names of those whom it names. */
  names: ReadonlyMap<string, string>
  /** The language of the incident's channel; with `names`, people are named and not called. */
  voice: Voice
  /** The language of another channel. */
  voiceAt(channel: string): Voice
  links: Links
}

/** What a feature lets stand in Slack: messages, reactions, invitations. */
export type SlotFace<Type extends FactType = FactType, Beside = unknown> = {
  /** The facts that it is drawn from, beside the situation. */
  facts: readonly Type[]
  /** Whom it speaks to by name, in their own language. */
  recipients?(core: Core, facts: readonly FactOf<Type>[]): readonly (string | null | undefined)[]
  /** Whose names it shows where a mention would call them. */
  named?(core: Core, facts: readonly FactOf<Type>[]): readonly (string | null | undefined)[]
  /** What it needs beside: it goes with the second statement of the situation. */
  read?(reader: Reader, core: Core, about: { facts: readonly FactOf<Type>[]; settings: Settings }): Promise<Beside>
  slots(drawing: Drawing<Type, Beside>): Slot[]
}

/** A face, checked against the facts that it asks for and what it reads. */
export const slotFace = <const Type extends FactType, Beside = undefined>(face: SlotFace<Type, Beside>): SlotFace =>
  // The board gives each face the facts that it names and what its own `read` answered, and nothing else.
  face as unknown as SlotFace
