import type { Locale } from '../../../kit/i18n/index.ts'
import type { Fact, FactOf, FactType } from '../../facts/index.ts'
import type { AnyVerb, Incident } from '../../incident/index.ts'
import type { Settings } from '../../settings/index.ts'
import type { TimelineEntry } from './entry.ts'

/**
 * What an entry of the timeline is about: what somebody said, what somebody wrote onto it by hand, how the incident went, how it was told
 * to stand, who worked on it, what there was to do, the channel, or what was missed.
 */
export const entryKinds = ['said', 'written', 'course', 'updates', 'people', 'todos', 'channel', 'missed'] as const
export type EntryKind = (typeof entryKinds)[number]

/** What the words of a fact are told with. */
export type Told = {
  locale: Locale
  settings: Settings
  /** Who did it. */
  who: string
  /** The number that the fact names, where it names one. */
  n: number | string
  name(id: string | null): string
  /** What somebody wrote, in one line and with names in place of ids. */
  said(words: string): string
  /** The same with the reason behind it, where there is one. */
  because(told: string, reason: string | null | undefined): string
  /** The time of day, by the clocks of the company. */
  clock(moment: string): string
  /** The words of a TODO. */
  todo(id: string): string
  /** Puts names side by side. */
  list(names: readonly string[]): string
}

/** What was one thing and is another since, in words; null where there was nothing, or nobody knew. */
export type Turn = { what: string; from: string | null; to: string | null }

/** What a turn is told with. */
export type Turning = {
  locale: Locale
  settings: Settings
  name(id: string | null): string | null
  /** A moment and a day in plain words. */
  at(iso: string | null): string | null
  day(of: string | null): string | null
  /** What somebody wrote, with names in place of ids. */
  said(words: string | null): string | null
  /** The timeline with all that is hidden, and how an entry reads at first. */
  entries: ReadonlyMap<string, TimelineEntry>
  original(entry: TimelineEntry): string
}

/** How an incident and its timeline stand now, with what is hidden there. */
export type Standing = { incident: Incident; entries: readonly TimelineEntry[] }

/** How a change is taken back: by another one, through the same verb, so that whoever looks at Slack sees it. */
export type WayBack<F extends Fact> = {
  /** Whether what it left is still so: nobody has changed it since. */
  stands(fact: F, standing: Standing): boolean
  does: AnyVerb
  /** What the verb is given; `reason` says when the change was made that is taken back. */
  given(fact: F, standing: Standing, reason: string): object
}

/** How facts of one type read afterwards: on the timeline, and in the record of what people changed. */
export type Happening<F extends Fact = Fact> = {
  /** What it is about on the timeline; absent where the record of changes alone holds it. */
  kind?: EntryKind
  /** Which of them stand on the timeline; all where this is absent. */
  stands?(fact: F): boolean
  /** In one line of plain text. */
  tell(fact: F, told: Told): string
  /** Why, where the fact itself does not say so. */
  reason?(fact: F, turning: Turning): string | null
  /** From what to what it changed things. */
  turns?(fact: F, turning: Turning): Turn[]
  /** How people take it back; absent where the only way is to change it again. */
  back?: WayBack<F>
  /** The time of the incident by which people put its moment right, as `incident.times_edited` names it. */
  time?: string
  /** When it was so, where the fact itself says that it was at another time than it was told. */
  moment?(fact: F): Date
}

/** How the facts of a feature read, by their types. */
export type AnyHappenings = { readonly [Type in FactType]?: Happening }

/** How facts read, checked against what they hold. */
export const happening = <T extends FactType>(
  happenings: { readonly [Type in T]: Happening<FactOf<Type>> },
): AnyHappenings =>
  // Each stands under the type of the facts that it takes, and is given no other.
  happenings as unknown as AnyHappenings

/** A text for each of some facts that say no more than who did it, and to which one. */
type PlainTexts<T extends FactType> = {
  in(locale: Locale): (key: T, gaps: { who: string; n: number | string }) => string
}

/** Facts whose text is named as they are; `kind` where they stand on the timeline. */
export const plainly = <T extends FactType>(
  texts: PlainTexts<T>,
  types: readonly T[],
  kind?: EntryKind,
): { readonly [Type in T]: Happening<FactOf<Type>> } =>
  // Each of the types is there, and `fromEntries` forgets which.
  Object.fromEntries(
    types.map((type) => [
      type,
      {
        ...(kind ? { kind } : {}),
        tell: (_fact: Fact, { locale, who, n }: Told) => texts.in(locale)(type, { who, n }),
      },
    ]),
  ) as unknown as { readonly [Type in T]: Happening<FactOf<Type>> }
