import type { Situation } from '../situation/index.ts'
import type { Sayable, Taken } from '../words/index.ts'
import type { Command } from './command.ts'

/** Which fields of a form, by block id, take what is said beside a phrase. */
export type Fills = {
  /** Free words. */
  text?: string
  /** The words stand as they were said, times and all: a report, a note. */
  keepsTimes?: true
  /** One of a menu's options, which the words name. */
  choice?: string
  people?: string
  /** A number of minutes, or the hour until which. */
  minutes?: string
  /** A moment that lies behind, as that of the recovery, or ahead. */
  moment?: { field: string; lies: 'behind' | 'ahead' }
  day?: string
}

/** One of several things that a verb may be about, as its button names it; `name` tells it from the others. */
export type MeantThing = { argument: string | null; name?: string }

/** Who speaks, where, and which number they named. */
export type Speaking = { by: string; channel: string; number: number | undefined }

/** How people say a verb. What its label says is understood without standing here. */
export type Spoken = {
  /** Japanese verbs in their dictionary form: their other forms are understood as well. The first is what the help shows. */
  ja: readonly [string, ...string[]]
  en: readonly [string, ...string[]]
  fills?: Fills
  /** What it can be about now; absent where the menu offers it. Several are asked about, none means that it cannot be done now. */
  meant?(situation: Situation, speaking: Speaking): readonly MeantThing[]
  /** The verb whose form shows its buttons, where nothing is meant without seeing them. */
  within?: string
  /** It changes nothing and needs no form: it is shown as soon as it is said. */
  shows?: true
}

/** What a command says of itself, for the understanding of words. */
export function sayableOf(command: Command): Sayable {
  const { ja, en, fills, meant } = command.spoken
  const { text, choice, people, minutes, moment, day } = fills ?? {}
  const takes: [unknown, Taken][] = [
    [text, 'text'],
    [choice, 'choice'],
    [people, 'people'],
    [minutes ?? moment ?? day, 'time'],
    [meant, 'number'],
  ]
  return {
    key: command.verb,
    phrases: [...ja, ...en, command.label('ja'), command.label('en'), command.verb.replaceAll('-', ' ')],
    takes: takes.flatMap(([field, taken]) => (field ? [taken] : [])),
    keepsTimes: fills?.keepsTimes ?? false,
  }
}
