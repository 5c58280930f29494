import { inline } from '../../../kit/markdown/index.ts'
import { type Actor, doerName } from '../../facts/index.ts'
import { dayIn } from '../../settings/index.ts'
import type { Reading } from '../document.ts'
import type { GapKey } from '../postmortem.ts'
import { texts } from '../texts.ts'

/** A person by the name that they have in Slack: a document mentions nobody. */
export function nameOf(userId: string | null, { names, locale }: Pick<Reading, 'names' | 'locale'>): string {
  return inline((userId && names.get(userId)) || userId || texts.in(locale)('somebody'))
}

/** Who did something, by name. */
export const actorName = (actor: Actor, reading: Reading): string =>
  doerName(actor, (id) => nameOf(id, reading)) ?? texts.in(reading.locale)('bot')

/** That something is missing, for people and, unseen, for machines. */
export const gapMark = (gap: GapKey, reading: Pick<Reading, 'locale'>): string =>
  `${gapWords(gap, reading)}<!-- sssbot:gap:${gap} -->`

/** The part of it that people see. */
export function gapWords(gap: GapKey, { locale }: Pick<Reading, 'locale'>): string {
  const t = texts.in(locale)
  return t('gap', { what: t(`gap.${gap}`) })
}

/** Moments on the clocks of a time zone, `2026-11-23 14:10`. Made once for many: making one takes long. */
export function clockOf(timezone: string): (at: Date) => string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const days = new Map<number, string>()
  return (at) => {
    // Every time zone changes its day at a full quarter of an hour.
    const quarter = Math.floor(at.getTime() / 900_000)
    const day = days.get(quarter) ?? dayIn(timezone, at)
    days.set(quarter, day)
    return `${day} ${time.format(at)}`
  }
}

/** A length of time for people, to the minute. */
export function elapsed(ms: number, { locale }: Pick<Reading, 'locale'>): string {
  const t = texts.in(locale)
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const hours = Math.floor(minutes / 60)
  if (hours < 1) return t('elapsed.minutes', { minutes })
  if (hours < 48) return t('elapsed.hours', { hours, minutes: minutes % 60 })
  return t('elapsed.days', { days: Math.floor(hours / 24), hours: hours % 24, minutes: minutes % 60 })
}

/** The company's name of a level; that none is decided, where there is none. */
export function levelName(key: string | null, { locale, settings }: Reading): string {
  if (!key) return texts.in(locale)('level.none')
  return inline(settings.levels.steps.find((step) => step.key === key)?.label[locale] ?? key)
}
