import {
  escapeClipped,
  limits,
  linesWithin,
  type MessageContent,
  mentionedIn,
  readable,
  section,
} from '../../../kit/block-kit/index.ts'
import { namesOf } from '../../directory/index.ts'
import type { Fact } from '../../facts/index.ts'
import { type TimelineEntry, timelineOf } from '../../record/index.ts'
import { levelName, oneLine, type Situation, situationOf, statusName, type Voice, when } from '../../situation/index.ts'
import type { Command } from '../command.ts'
import { texts } from './texts.ts'

/** As many lines as are read on a phone; the newest, because the rest has been read before. */
const mostRows = 20
const longestRow = 200

/** What the lines are told with: people by name, so that looking calls nobody. */
type Known = { names: ReadonlyMap<string, string>; situation: Situation }

/** The last of a timeline, for one person. */
export function timelineMessage(entries: readonly TimelineEntry[], known: Known, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const rows = entries.slice(-mostRows).map((entry) => `${when(entry.at, voice)} ${rowOf(entry, known, voice)}`)
  const more = entries.length - rows.length
  const title = `*${t('timeline.title')}*`
  const lines = [
    ...(more > 0 ? [t('timeline.more', { count: more })] : []),
    ...(rows.length > 0 ? rows : [t('timeline.none')]),
  ]
  const how = t('timeline.how')
  return {
    text: linesWithin([t('timeline.title'), ...lines, how], limits.messageText),
    blocks: [section(title), ...lines.map((line) => section(line)), section(how)],
  }
}

function rowOf(entry: TimelineEntry, { names, situation }: Known, voice: Voice): string {
  const t = texts.in(voice.locale)
  if (entry.is === 'fact') return factWords(entry.fact, { names, situation }, voice)
  const { kinds, author, words, permalink } = entry.message
  const marks = kinds.map((kind) => t(`timeline.mark.${kind}`)).join('')
  const what = words === null ? t('timeline.unread') : escapeClipped(oneLine(readable(words, names)) || '—', longestRow)
  const link = permalink ? ` <${permalink}|${t('timeline.link')}>` : ''
  return `${marks} ${nameOf(author, names, voice)}: ${what}${link}`
}

function nameOf(id: string | null, names: Known['names'], voice: Voice): string {
  return escapeClipped((id && names.get(id)) || id || texts.in(voice.locale)('timeline.somebody'), 80)
}

/** One line for what happened to the incident; what people typed then stays with its message. */
function factWords(fact: Fact, { names, situation }: Known, voice: Voice): string {
  const t = texts.in(voice.locale)
  const who = fact.actor.kind === 'person' ? nameOf(fact.actor.id, names, voice) : t('timeline.bot')
  switch (fact.type) {
    case 'incident.level_set':
      return t('timeline.incident.level_set', { who, level: levelName(fact.data.to, voice) })
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
    case 'updates.posted':
      return t('timeline.updates.posted', { who, condition: escapeClipped(oneLine(fact.data.condition), longestRow) })
    case 'todos.added':
    case 'todos.done': {
      const { n, id } = fact.data
      const { list, closed } = situation.todos
      const words = [...list, ...closed].find((todo) => todo.id === id)?.words
      const what = words ? escapeClipped(oneLine(readable(words, names)), longestRow) : '—'
      return t(`timeline.${fact.type}`, { who, n, what })
    }
    default:
      return `${who}: ${statusName(fact.type, voice)}`
  }
}

/** Whom a timeline names. */
const peopleIn = (entries: readonly TimelineEntry[], { todos }: Situation): string[] => [
  ...entries.flatMap((entry) => {
    if (entry.is === 'fact') return entry.fact.actor.kind === 'person' ? [entry.fact.actor.id] : []
    return [...(entry.message.author ? [entry.message.author] : []), ...mentionedIn(entry.message.words ?? '')]
  }),
  ...[...todos.list, ...todos.closed].flatMap(({ words }) => mentionedIn(words ?? '')),
]

export const timelineCommand: Command = {
  verb: 'timeline',
  label: (locale) => texts.in(locale)('label.timeline'),
  offered: () => true,
  async run(world, { incidentId }, voice) {
    const { read } = world.db
    const situation = await situationOf(read, incidentId)
    if (!situation) return undefined
    const entries = await timelineOf(read, incidentId)
    const names = await namesOf(read, peopleIn(entries, situation))
    return timelineMessage(entries, { names, situation }, voice)
  },
}
