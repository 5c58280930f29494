import { listed, mentionedIn, readable } from '../../../kit/block-kit/index.ts'
import { dateFormat, type Locale } from '../../../kit/i18n/index.ts'
import { doerName, type Fact, viaWords } from '../../facts/index.ts'
import { incidentTypes, type Settings } from '../../settings/index.ts'
import { texts } from '../texts.ts'
import type { TimelineEntry } from './entry.ts'

/** What the words of an entry need: people's names and the words of TODOs, each by its id. */
export type Telling = {
  locale: Locale
  settings: Settings
  names: ReadonlyMap<string, string>
  todos: ReadonlyMap<string, string | null>
}

/** More than these nobody reads in one line. */
const mostNamed = 20

type Key = Parameters<ReturnType<(typeof texts)['in']>>[0]

/** An entry in one line of plain text, as it reads after people's edits: whoever shows it in Slack escapes it. */
export function tellEntry(entry: TimelineEntry, telling: Telling): string {
  if (entry.words !== null) return oneLine(entry.words)
  return tellOriginal(entry, telling)
}

/** The same as it read at first. */
export function tellOriginal(entry: TimelineEntry, telling: Telling): string {
  if (entry.is === 'note') return oneLine(entry.note.words)
  if (entry.is === 'fact') return `${tellFact(entry.fact, telling)}${viaWords(entry.fact.actor, telling.locale)}`
  const t = texts.in(telling.locale)
  const who = nameOf(entry.message.author, telling)
  return t('said', { who, words: tellWords(entry.message, telling) })
}

/** What a message says, with the names of what came with it. */
function tellWords(message: Extract<TimelineEntry, { is: 'message' }>['message'], telling: Telling): string {
  const t = texts.in(telling.locale)
  if (message.words === null) return t('unread')
  const words = oneLine(readable(message.words, telling.names))
  return [words, ...message.files.map(({ name }) => t('file', { name }))].filter(Boolean).join(' ') || t('nothing')
}

/** A pager's name; its key where nobody named it. */
const pagerNameIn = (key: string, { settings, locale }: Telling): string => settings.pagers[key]?.name?.[locale] ?? key

/** Whom an entry names. */
export function peopleInEntry(entry: TimelineEntry): string[] {
  if (entry.is === 'note') return [entry.note.by]
  if (entry.is === 'message') {
    return [...(entry.message.author ? [entry.message.author] : []), ...mentionedIn(entry.message.words ?? '')]
  }
  const { actor, data } = entry.fact
  // Each fact has other fields: a field that this one lacks is undefined.
  const named = ['user', 'from', 'to', 'by'].map((field) => (data as Record<string, unknown>)[field])
  const others = 'people' in data && Array.isArray(data.people) ? data.people : []
  return [
    ...(actor.kind === 'person' ? [actor.id] : []),
    ...[...named, ...others].filter((id): id is string => typeof id === 'string'),
  ]
}

function tellFact(fact: Fact, telling: Telling): string {
  const { settings, locale } = telling
  const t = texts.in(locale)
  const who = doerName(fact.actor, (id) => nameOf(id, telling)) ?? t('bot')
  switch (fact.type) {
    case 'incident.level_set': {
      const step = settings.levels.steps.find(({ key }) => key === fact.data.to)
      return t(fact.type, { who, level: step?.label[locale] ?? fact.data.to })
    }
    case 'incident.type_set': {
      const named = incidentTypes
        .filter((type) => fact.data.to.includes(type))
        .map((type) => settings.types[type].label[locale])
      return named.length > 0
        ? t(fact.type, { who, types: named.join(t('list.separator')) })
        : t('incident.type_set.none', { who })
    }
    case 'incident.kind_set':
      return t(fact.type, { who, from: kindName(fact.data.from, telling), to: kindName(fact.data.to, telling) })
    case 'incident.visibility_set':
      return t(fact.type, { who, to: named(`visibility.${fact.data.to}`, fact.data.to, locale) })
    case 'incident.reopened':
    case 'incident.cancelled': {
      const { reason } = fact.data
      if (!reason) return t(fact.type, { who })
      const key = fact.type === 'incident.reopened' ? 'incident.reopened.reason' : 'incident.cancelled.reason'
      return t(key, { who, reason: oneLine(readable(reason, telling.names)) })
    }
    case 'incident.times_edited': {
      const fields = fact.data.changes
        .map(({ field }) => named(`time.${field}`, field, locale))
        .join(t('list.separator'))
      return t(fact.type, { who, fields })
    }
    case 'channel.archived':
      return t(fact.data.because === 'deleted' ? 'channel.archived.deleted' : 'channel.archived', { who })
    case 'assembly.linked':
      return t(fact.data.threadTs ? 'assembly.linked.thread' : 'assembly.linked', { who })
    case 'assembly.excluded':
    case 'assembly.narrowed': {
      const people = listed(fact.data.people, mostNamed, {
        each: (userId) => nameOf(userId, telling),
        more: (count) => t('list.more', { count }),
        between: t('list.separator'),
      })
      return t(fact.type, { who, people })
    }
    case 'roles.handler_released':
      return t(fact.type, { user: nameOf(fact.data.user, telling) })
    case 'roles.handed_over':
      return t(fact.type, { from: nameOf(fact.data.from, telling), to: nameOf(fact.data.to, telling) })
    case 'roles.role_claimed':
      return t(fact.type, { user: nameOf(fact.data.user, telling), role: roleName(fact.data.role, telling) })
    case 'roles.hand_over_proposed':
      return t(fact.type, { who, to: nameOf(fact.data.to, telling), role: roleName(fact.data.role, telling) })
    case 'roles.hand_over_dropped': {
      const gaps = { who, to: nameOf(fact.data.to, telling), role: roleName(fact.data.role, telling) }
      const { how, reason } = fact.data
      const told = t(how === 'declined' ? 'roles.hand_over_dropped.declined' : 'roles.hand_over_dropped', gaps)
      return reason ? t('because', { told, reason: oneLine(readable(reason, telling.names)) }) : told
    }
    case 'roles.tier_called':
      return t(fact.type, { tier: fact.data.tier, count: fact.data.count })
    case 'calls.made': {
      const { function: key, people } = fact.data
      if (!key) return t('calls.made', { who, people })
      return t('calls.made.function', { who, people, function: settings.functions[key]?.name[locale] ?? key })
    }
    case 'paging.called': {
      const pagers = fact.data.pagers.map((pager) => pagerNameIn(pager, telling)).join(t('pagers.between'))
      const told = t(fact.type, { who, pagers })
      return fact.data.reason
        ? t('because', { told, reason: oneLine(readable(fact.data.reason, telling.names)) })
        : told
    }
    case 'paging.answered': {
      const gaps = { pager: pagerNameIn(fact.data.pager, telling), who: fact.data.who ?? '' }
      return t(fact.data.who === null ? `page.${fact.data.answer}` : `page.${fact.data.answer}.who`, gaps)
    }
    case 'paging.delivered':
    case 'paging.failed':
      return t(fact.type, { pager: pagerNameIn(fact.data.pager, telling) })
    case 'updates.overdue':
      return t(fact.type, { when: clock(fact.data.promisedAt, telling) })
    case 'timekeeper.snoozed':
      return t(fact.type, {
        who,
        when: clock(fact.data.until, telling),
        reason: oneLine(readable(fact.data.reason, telling.names)),
      })
    case 'roles.vacancy_nudged':
      return t(fact.type, { count: fact.data.n })
    case 'calls.unanswered':
      return t(fact.type, { count: fact.data.count })
    case 'updates.posted':
      return t(fact.type, { who, condition: oneLine(fact.data.condition) })
    case 'todos.added':
    case 'todos.done': {
      const words = telling.todos.get(fact.data.id)
      const what = words ? oneLine(readable(words, telling.names)) : t('nothing')
      return t(fact.type, { who, n: fact.data.n, what })
    }
    default:
      return named(fact.type, fact.type, locale, { who })
  }
}

/** The time of day, in the time zone of the settings: the line is plain text. */
const clock = (moment: string, { settings }: Telling): string =>
  dateFormat('en-GB', { timeZone: settings.timezone, timeStyle: 'short' }).format(new Date(moment))

/** A text that may not be there: what is told of may be older, or newer, than we are. */
const named = (key: string, otherwise: string, locale: Locale, gaps?: { who: string }): string =>
  key in texts.ja ? texts.in(locale)(key as Key, gaps) : otherwise

const kindName = (kind: string, { settings, locale }: Telling): string =>
  // A fact may be older than the kinds of today.
  (settings.kinds as Readonly<Record<string, { label: Record<Locale, string> }>>)[kind]?.label[locale] ?? kind

/** The lead, where a fact is older than offers of other roles. */
const roleName = (role = 'handler', { settings, locale }: Telling): string =>
  // A fact may be older than the roles of today.
  (settings.roles as Readonly<Record<string, { label: Record<Locale, string> }>>)[role]?.label[locale] ?? role

const nameOf = (id: string | null, { names, locale }: Telling): string =>
  (id && names.get(id)) || id || texts.in(locale)('somebody')

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
