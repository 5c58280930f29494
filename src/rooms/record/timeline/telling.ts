import { mentionedIn, readable } from '../../../kit/block-kit/index.ts'
import { dateFormat, type Locale } from '../../../kit/i18n/index.ts'
import { doerName, type Fact, viaWords } from '../../facts/index.ts'
import type { Settings } from '../../settings/index.ts'
import { texts } from '../texts.ts'
import type { TimelineEntry } from './entry.ts'
import type { Told } from './happening.ts'
import { happeningOf } from './put-up.ts'

/** What the words of an entry need: people's names and the words of TODOs, each by its id. */
export type Telling = {
  locale: Locale
  settings: Settings
  names: ReadonlyMap<string, string>
  todos: ReadonlyMap<string, string | null>
}

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

/** A fact in one line of plain text; the name of its type, where nobody says how it reads. `by` where who did it is called otherwise. */
export function tellFact(fact: Fact, telling: Telling, by?: string): string {
  const told = happeningOf(fact.type)
  return told ? told.tell(fact, toldOf(fact, telling, by)) : fact.type
}

function toldOf({ actor, data }: Fact, telling: Telling, by: string | undefined): Told {
  const { settings, locale, names, todos } = telling
  const t = texts.in(locale)
  const said = (words: string) => oneLine(readable(words, names))
  return {
    locale,
    settings,
    who: by ?? doerName(actor, (id) => nameOf(id, telling)) ?? t('bot'),
    n: 'n' in data ? data.n : 'number' in data ? data.number : '',
    name: (id) => nameOf(id, telling),
    said,
    because: (told, reason) => (reason ? t('because', { told, reason: said(reason) }) : told),
    clock: (moment) => clock(moment, telling),
    todo(id) {
      const words = todos.get(id)
      return words ? said(words) : t('nothing')
    },
    list: (each) => each.join(t('list.separator')),
  }
}

/** The time of day, in the time zone of the settings: the line is plain text. */
const clock = (moment: string, { settings }: Telling): string =>
  dateFormat('en-GB', { timeZone: settings.timezone, timeStyle: 'short' }).format(new Date(moment))

const nameOf = (id: string | null, { names, locale }: Telling): string =>
  (id && names.get(id)) || id || texts.in(locale)('somebody')

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
