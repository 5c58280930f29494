import { channelLink, escapeClipped, escapeText, moment, person } from '../../kit/block-kit/index.ts'
import { dateFormat, type Locale } from '../../kit/i18n/index.ts'
import type { Incident, Status } from '../incident/index.ts'
import { type IncidentKind, incidentTypes, type Settings } from '../settings/index.ts'
import { senseOf } from './error-words.ts'
import { handlerOf, type Problem, type Situation } from './situation.ts'
import { type SituationTextKey, texts } from './texts.ts'

/** In whose words something is said. Where `names` knows a person, they are named there and not called. */
export type Voice = { locale: Locale; settings: Settings; names?: ReadonlyMap<string, string> }

const statusEmoji: Record<Status, string> = {
  responding: ':rotating_light:',
  recovered: ':white_check_mark:',
  completed: ':checkered_flag:',
  cancelled: ':leftwards_arrow_with_hook:',
  merged: ':twisted_rightwards_arrows:',
}

/** The incident’s channel, as a link where it is there already. */
export const whereOf = ({ channel }: Situation): string =>
  channel.channelId ? channelLink(channel.channelId) : `#${escapeText(channel.name)}`

export const statusEmojiOf = (status: Status): string => statusEmoji[status]

/** A status in words; a text that is no status stays as it is (facts may be old). */
export function statusName(status: string, { locale }: Voice): string {
  const key = `status.${status}`
  return key in texts.ja ? texts.in(locale)(key as SituationTextKey) : status
}

/** 第一報, 続報 or 最終報; a text that is none of them stays as it is (facts may be old). */
export function reportName(report: string, { locale }: Voice): string {
  const key = `report.${report}`
  return key in texts.ja ? texts.in(locale)(key as SituationTextKey) : report
}

/** `【訓練】` before everything that a drill says; nothing for a real incident. */
export function kindMark(kind: IncidentKind, { locale }: Voice): string {
  return kind === 'real' ? '' : texts.in(locale)(`mark.${kind}`)
}

/** The rule of a private incident in one line, for those who know of it; nothing of a public one. */
export const privateRule = (
  { visibility }: Pick<Incident, 'visibility'>,
  { locale }: Pick<Voice, 'locale'>,
): string[] => (visibility === 'private' ? [texts.in(locale)('private.rule')] : [])

/** Between two things of one line. */
export const bar = ({ locale }: Pick<Voice, 'locale'>): string => texts.in(locale)('bar')

/** A pager's name; its key where nobody named it, or the settings no longer know it. */
export const pagerName = (key: string, { locale, settings }: Pick<Voice, 'locale' | 'settings'>): string =>
  escapeText(settings.pagers[key]?.name?.[locale] ?? key)

/** The service's name; its key where the settings no longer know it. */
export const serviceName = (key: string, { locale, settings }: Voice): string =>
  settings.services[key]?.name[locale] ?? key

/** The level's name, or that there is none yet. */
export function levelName(key: string | null, { locale, settings }: Voice): string {
  if (!key) return texts.in(locale)('level.none')
  return settings.levels.steps.find((step) => step.key === key)?.label[locale] ?? key
}

/** The level's name behind the word for level, which it need not say again: `レベル: 5（重大）`. */
export const levelValue = (key: string | null, voice: Voice): string =>
  levelName(key, voice).replace(/^(?:レベル|Level ?)(?=\S)/u, '')

export const levelEmoji = (key: string | null, { settings }: Voice): string =>
  settings.levels.steps.find((step) => step.key === key)?.emoji ?? ':grey_question:'

export function urgencyName(key: string | null, { locale, settings }: Voice): string {
  if (!key) return texts.in(locale)('urgency.none')
  return settings.urgencies.find((urgency) => urgency.key === key)?.label[locale] ?? key
}

/** Kinds of harm in the company's words; that none is decided, where there is none. */
export function typeNames(types: readonly string[], { locale, settings }: Voice): string {
  const named = incidentTypes.filter((type) => types.includes(type)).map((type) => settings.types[type].label[locale])
  return named.length > 0 ? named.join(locale === 'ja' ? '・' : ', ') : texts.in(locale)('types.none')
}

/** Real, drill or exercise in the company's words; a text that is none of them stays as it is (facts may be old). */
export const kindName = (kind: string, { locale, settings }: Voice): string =>
  // A fact may be older than the kinds of today.
  settings.kinds[kind as IncidentKind]?.label[locale] ?? kind

export function visibilityName(visibility: string, { locale }: Voice): string {
  const key = `visibility.${visibility}`
  return key in texts.ja ? texts.in(locale)(key as SituationTextKey) : visibility
}

/** What one of the incident's moments is called: `recovered_at`, as forms and facts name them. */
export function timeName(field: string, { locale }: Pick<Voice, 'locale'>): string {
  const key = `time.${field}`
  return key in texts.ja ? texts.in(locale)(key as SituationTextKey) : field
}

/** One thing that is left undone; what we no longer know by that name stays as it is (facts may be old). */
export function leftName({ what, count }: { what: string; count?: number }, { locale }: Pick<Voice, 'locale'>): string {
  const key = `left.${what}`
  return key in texts.ja ? texts.in(locale)(key as SituationTextKey, { count: count ?? 0 }) : what
}

/** A moment of the incident, or that nobody knows it. */
export const whenKnown = (at: Date | null, voice: Voice): string =>
  at ? when(at, voice) : texts.in(voice.locale)('time.unknown')

/** A person, by name where the voice knows it: a new message that mentions somebody rings at their desk. */
export function personName(userId: string, { names }: Voice): string {
  const name = names?.get(userId)
  return name === undefined ? person(userId) : escapeClipped(name, 80)
}

/** The handler, or that nobody leads. */
export function handlerName(situation: Pick<Situation, 'roles'>, voice: Voice): string {
  const handler = handlerOf(situation)
  return handler ? personName(handler, voice) : texts.in(voice.locale)('handler.none')
}

/** A length of time for people: minutes under an hour, then hours, then days. */
export function elapsed(ms: number, { locale }: Pick<Voice, 'locale'>): string {
  const t = texts.in(locale)
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const hours = Math.floor(minutes / 60)
  if (hours < 1) return t('elapsed.minutes', { minutes })
  if (hours < 48) return t(minutes % 60 ? 'elapsed.hours' : 'elapsed.hours.whole', { hours, minutes: minutes % 60 })
  return t(hours % 24 ? 'elapsed.days' : 'elapsed.days.whole', { days: Math.floor(hours / 24), hours: hours % 24 })
}

/** A moment, in each reader's own time zone. */
export function when(at: Date, { locale, settings }: Voice): string {
  const fallback = dateFormat(locale === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: settings.timezone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at)
  return moment(at, '{date_short_pretty} {time}', fallback)
}

/** A day such as `2026-12-05` as people say it, or that there is none; a text that is no day stays as it is (facts may be old). */
export function dayName(day: string | null, { locale }: Pick<Voice, 'locale'>): string {
  if (day === null) return '—'
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return day
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale === 'ja' ? 'ja-JP' : 'en-GB', { ...options, timeZone: 'UTC' })
  if (locale === 'en') return format({ weekday: 'short', day: 'numeric', month: 'short' }).format(at)
  return `${format({ month: 'numeric', day: 'numeric' }).format(at)}（${format({ weekday: 'short' }).format(at)}）`
}

/** The time of day where Slack's date tokens are not read: in a form's error. It is that of the settings' time zone. */
export const clockTime = (at: Date, { settings }: Voice): string =>
  dateFormat('en-GB', { timeZone: settings.timezone, timeStyle: 'short' }).format(at)

/** The first moment that anybody has stated: the start, or else what is known instead of it. */
export function firstKnown({
  occurredAt,
  detectedAt,
  declaredAt,
}: Pick<Incident, 'occurredAt' | 'detectedAt' | 'declaredAt'>): {
  field: 'occurred_at' | 'detected_at' | 'declared_at'
  at: Date
} {
  if (occurredAt) return { field: 'occurred_at', at: occurredAt }
  return detectedAt ? { field: 'detected_at', at: detectedAt } : { field: 'declared_at', at: declaredAt }
}

/** How long it has gone on at a moment, and since what: a start that nobody has stated is called unknown. */
export function lasted(incident: Incident, until: Date, voice: Pick<Voice, 'locale'>): string {
  const { field, at } = firstKnown(incident)
  return texts.in(voice.locale)(`since.${field}`, { elapsed: elapsed(until.getTime() - at.getTime(), voice) })
}

/** `発生: 3分前（14:02）`: the first moment that is known, by its name, and that the start is unknown where it is. */
export function startWords(incident: Incident, voice: Voice): { label: string; words: string } {
  const { field, at } = firstKnown(incident)
  const t = texts.in(voice.locale)
  const words = t('start', { ago: ago(at, voice), when: when(at, voice) })
  return { label: timeName(field, voice), words: field === 'occurred_at' ? words : words + t('start.unknown') }
}

/** How long ago, as each reader's client counts it: it moves on without an edit. */
export function ago(at: Date, voice: Voice): string {
  return moment(at, '{ago}', clockTime(at, voice))
}

/** What an incident is called where everybody may read it: a private one says nothing. */
export function publicTitle(incident: Incident, voice: Voice, max = 150): string {
  if (incident.visibility === 'private') return kindMark(incident.kind, voice) + texts.in(voice.locale)('private.name')
  return knownTitle(incident, voice, max)
}

/** What an incident is called among those who may know it. */
export const knownTitle = (incident: Incident, voice: Voice, max = 150): string =>
  `${kindMark(incident.kind, voice)}${escapeClipped(serviceName(incident.service, voice), 75)}: ${escapeClipped(oneLine(incident.summary), max)}`

/** What an incident is called in a plain text, for those who may know it. */
export const plainTitle = (incident: Incident, voice: Voice): string =>
  `${kindMark(incident.kind, voice)}${serviceName(incident.service, voice)}: ${oneLine(incident.summary)}`

/** Line breaks as spaces. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Slack's refusal, in words for the person who can act. */
export function errorWords(error: string, { locale }: Voice): string {
  return texts.in(locale)(`error.${senseOf(error) ?? 'other'}`, { error })
}

/** Why a page does not come through, in words for the person who can act. */
export function pageErrorWords(error: string, { locale }: Voice): string {
  const t = texts.in(locale)
  const [, status] = /^http_(\d+)$/.exec(error) ?? []
  if (status) return t('page-error.http', { status })
  const key = `page-error.${error}`
  return key in texts.ja ? t(key as SituationTextKey) : t('page-error.other', { error: escapeClipped(error, 60) })
}

/** What could not be delivered, or stands there as it was before, and why, in one line. */
export function problemWords(problem: Problem, voice: Voice): string {
  const what = problem.isStale ? staleWords(problem, voice) : missingWords(problem, voice)
  return `${what} — ${errorWords(problem.error, voice)}`
}

/** The channel that a slot's name holds. */
const placeOf = (parts: readonly string[]): string =>
  channelLink(parts.find((part) => /^[CG][A-Z0-9]{5,}$/.test(part)) ?? parts.at(-1) ?? '')

/** Where a message stands, by its channel and `ts`: Slack's address that needs no workspace opens it. */
const leftLink = ([channel = '', ts = '']: readonly string[]): string =>
  `${channelLink(channel)} <https://slack.com/app_redirect?channel=${channel}&message_ts=${ts}|${ts}>`

function missingWords({ slot }: Problem, { locale }: Voice): string {
  const t = texts.in(locale)
  const [kind = '', ...rest] = slot.split(':')
  switch (kind) {
    case 'channel':
    case 'card':
    case 'pin':
    case 'topic':
    case 'bookmark':
    case 'origin':
    case 'adoption':
    case 'seen':
    case 'todos':
    case 'archive':
    case 'rejoin':
    case 'next-channel':
    case 'former-archive':
    case 'former-topic':
    case 'former-unbookmark':
      return t(`problem.${kind}`)
    case 'card-again':
    case 'card-again-pin':
      return t('problem.card')
    case 'guidance':
    case 'hand-over-ask':
    case 'released':
    case 'ask-unarchive':
      return t('problem.direct')
    case 'invite':
      return t('problem.invite', { who: person(rest[0] ?? '') })
    case 'exclude':
    case 'narrow':
      return t('problem.exclude', { who: person(rest[1] ?? '') })
    case 'gone':
      return t('problem.gone', { where: leftLink(rest) })
    case 'broadcast':
    case 'announce':
      return t(`problem.${kind}`, { where: placeOf(rest) })
    default:
      return t('problem.other', { slot })
  }
}

function staleWords({ slot }: Problem, { locale }: Voice): string {
  const t = texts.in(locale)
  const [kind = '', ...rest] = slot.split(':')
  switch (kind) {
    case 'card':
    case 'topic':
    case 'bookmark':
    case 'todos':
    case 'checkpoint':
      return t(`stale.${kind}`)
    case 'broadcast':
    case 'announce':
      return t(`stale.${kind}`, { where: placeOf(rest) })
    case 'hand-over-ask':
    case 'released':
      return t('stale.direct')
    default:
      return t('stale.other')
  }
}
