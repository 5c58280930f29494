import { readable } from '../../../kit/block-kit/index.ts'
import type { Fact } from '../../facts/index.ts'
import { type TimelineEntry, tellEntry } from '../../record/index.ts'
import type { Document, Reading } from '../document.ts'
import { inline, link, table } from '../markdown.ts'
import { texts } from '../texts.ts'
import { actorName, clockOf, levelName, nameOf } from './words.ts'

/** What happened, row by row, in the time of the settings' zone, with the message that shows it. */
export function timelineTable({ timeline }: Document, reading: Reading): string {
  const t = texts.in(reading.locale)
  if (timeline.length === 0) return t('timeline.none')
  const { timezone } = reading.settings
  const clock = clockOf(timezone)
  const rows = timeline.map((entry) => [clock(entry.at), wordsOf(entry, reading), linkOf(entry, reading)])
  return table([t('timeline.when', { timezone }), t('timeline.what'), t('timeline.link')], rows)
}

function linkOf(entry: TimelineEntry, { locale }: Reading): string {
  const permalink = entry.is === 'message' ? entry.message.permalink : null
  return permalink ? link(texts.in(locale)('timeline.see'), permalink) : ''
}

function wordsOf(entry: TimelineEntry, reading: Reading): string {
  if (entry.words !== null || entry.is === 'note') return told(entry, reading)
  if (entry.is === 'fact') return factWords(entry.fact, reading) ?? told(entry, reading)
  const t = texts.in(reading.locale)
  const { author, words } = entry.message
  const what = words === null ? t('timeline.unread') : inline(readable(words, reading.names))
  return t('timeline.said', { who: nameOf(author, reading), what })
}

/** As the record tells it, which holds what people put right and all that this page has no words of its own for. */
const told = (entry: TimelineEntry, reading: Reading): string =>
  inline(tellEntry(entry, { ...reading, todos: new Map() }))

/** One line for what happened to the incident itself. */
function factWords(fact: Fact, reading: Reading): string | undefined {
  const t = texts.in(reading.locale)
  const who = actorName(fact.actor, reading)
  switch (fact.type) {
    case 'incident.level_set':
      return t('timeline.incident.level_set', { who, level: levelName(fact.data.to, reading) })
    case 'updates.posted':
      return t('timeline.updates.posted', { who, what: inline(fact.data.condition) })
    case 'todos.added':
    case 'todos.done':
      return t(`timeline.${fact.type}`, { who, n: fact.data.n })
    case 'incident.declared':
    case 'incident.summary_edited':
    case 'incident.recovered':
    case 'incident.reopened':
    case 'incident.completed':
    case 'incident.cancelled':
    case 'channel.created':
    case 'channel.archived':
    case 'channel.unarchived':
    case 'roles.handler_taken':
      return t(`timeline.${fact.type}`, { who })
    default:
      return undefined
  }
}
