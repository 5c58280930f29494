import { readable } from '../../kit/block-kit/index.ts'
import { dateFormat } from '../../kit/i18n/index.ts'
import type { Fact } from '../facts/index.ts'
import { happeningOf, type TimelineEntry, type Turn, type Turning } from '../record/index.ts'
import { dayName, type Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** What changes are told with: names by id, the timeline with all that is hidden, and how an entry reads at first. */
export type Beside = {
  names: ReadonlyMap<string, string>
  entries: ReadonlyMap<string, TimelineEntry>
  original(entry: TimelineEntry): string
}

/** What several features call what was changed. */
export const whatWords = (
  what: 'owner' | 'due' | 'time' | 'words' | 'type',
  { locale }: Pick<Voice, 'locale'>,
): string => texts.in(locale)(`what.${what}`)

/** A moment in plain words, by the clocks of the company. */
export const momentWords = (iso: string, { locale, settings }: Voice): string =>
  dateFormat(locale === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: settings.timezone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso))

/** From what to what a fact changed things. */
export const turnsOf = (fact: Fact, beside: Beside, voice: Voice): Turn[] =>
  happeningOf(fact.type)?.turns?.(fact, turningOf(beside, voice)) ?? []

/** Why something was changed, where somebody said so. */
export function reasonOf(fact: Fact, beside: Beside, voice: Voice): string | null {
  const { data } = fact
  const { reason } = happeningOf(fact.type) ?? {}
  if (reason) return reason(fact, turningOf(beside, voice))
  const said = 'reason' in data ? data.reason : 'waivers' in data ? data.waivers : 'note' in data ? data.note : null
  return typeof said === 'string' ? readable(said, beside.names) : null
}

const turningOf = ({ names, entries, original }: Beside, voice: Voice): Turning => ({
  locale: voice.locale,
  settings: voice.settings,
  name: (id) => (id === null ? null : (names.get(id) ?? id)),
  at: (iso) => iso && momentWords(iso, voice),
  day: (of) => of && dayName(of, voice),
  said: (words) => words && readable(words, names),
  entries,
  original,
})
