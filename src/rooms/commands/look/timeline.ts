import {
  escapeClipped,
  limits,
  linesWithin,
  type MessageContent,
  mentionedIn,
  section,
} from '../../../kit/block-kit/index.ts'
import type { Reader } from '../../../kit/db/index.ts'
import { namesOf } from '../../directory/index.ts'
import { peopleInEntry, type Telling, type TimelineEntry, tellEntry, timelineOf } from '../../record/index.ts'
import { type Situation, situationOf, type Voice, when } from '../../situation/index.ts'
import type { Command } from '../command.ts'
import { texts } from './texts.ts'

/** As many lines as are read on a phone; the newest, because the rest has been read before. */
const mostRows = 20
const longestRow = 200

/** The last of a timeline, for one person. */
export function timelineMessage(entries: readonly TimelineEntry[], telling: Telling, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const rows = entries.slice(-mostRows).map((entry) => `${when(entry.at, voice)} ${rowOf(entry, telling, voice)}`)
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

function rowOf(entry: TimelineEntry, telling: Telling, voice: Voice): string {
  const t = texts.in(voice.locale)
  const words = escapeClipped(tellEntry(entry, telling), longestRow)
  if (entry.is !== 'message') return words
  const { kinds, permalink } = entry.message
  const marks = kinds.map((kind) => t(`timeline.mark.${kind}`)).join('')
  return `${marks} ${words}${permalink ? ` <${permalink}|${t('timeline.link')}>` : ''}`
}

/** What the entries are told with: people by name, so that looking calls nobody. */
async function tellingOf(
  reader: Reader,
  entries: readonly TimelineEntry[],
  { todos }: Situation,
  { locale, settings }: Voice,
): Promise<Telling> {
  const all = [...todos.list, ...todos.closed]
  const named = [...entries.flatMap(peopleInEntry), ...all.flatMap(({ words }) => mentionedIn(words ?? ''))]
  const names = await namesOf(reader, named)
  return { locale, settings, names, todos: new Map(all.map(({ id, words }) => [id, words])) }
}

export const timelineCommand: Command = {
  verb: 'timeline',
  label: (locale) => texts.in(locale)('label.timeline'),
  offered: () => true,
  async run(world, { incidentId }, voice) {
    const { read } = world.db
    const situation = await situationOf(read, incidentId)
    if (!situation) return undefined
    const entries = await timelineOf(read, incidentId)
    return timelineMessage(entries, await tellingOf(read, entries, situation, voice), voice)
  },
}
