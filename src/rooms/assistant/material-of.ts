import { mentionedIn, readable } from '../../kit/block-kit/index.ts'
import { type Reader, readTogether } from '../../kit/db/index.ts'
import { actionsOf } from '../actions/index.ts'
import { channelOf, incidentSubject } from '../channel/index.ts'
import { channelsByAnyName, namesOf, peopleByAnyName } from '../directory/index.ts'
import { type Fact, type FactOf, factsAbout } from '../facts/index.ts'
import { type Incident, incidentById } from '../incident/index.ts'
import { postmortemOf } from '../postmortem/index.ts'
import { permalinkBeside, type Spoken, saidAt, spokenIn, type TimelineEntry, timelineOf } from '../record/index.ts'
import { roleHolders } from '../roles/index.ts'
import type { Localized, Settings } from '../settings/index.ts'
import { type Todo, todosOf } from '../todos/index.ts'
import type { Line, Material, StatedIncident, StatedTodo, StatedUpdate, TimelineNote } from './material.ts'

/** What the fields do not hold of what people stated. */
const statedFacts = ['updates.posted', 'incident.recovered', 'incident.reopened'] as const
type StatedFact = FactOf<(typeof statedFacts)[number]>

/**
 * All that the assistant reads of one incident: what everybody sees who may know of it. What was said in a private channel that is not the
 * incident's own is left out, for not all of them are in it. Undefined where there is no such incident. Whether somebody may know of it is for
 * the caller to ask.
 */
export async function materialOf(
  source: Reader,
  settings: Settings,
  incidentId: string,
  now: Date,
): Promise<Material | undefined> {
  const reader = readTogether(source)
  const [incident, channel, spoken, entries, facts, roles, actions, todos, postmortem] = await Promise.all([
    incidentById(reader, incidentId),
    channelOf(reader, incidentId),
    spokenIn(reader, incidentId),
    timelineOf(reader, incidentId),
    factsAbout(reader, incidentSubject(incidentId), statedFacts),
    roleHolders(reader, incidentId),
    actionsOf(reader, incidentId),
    todosOf(reader, incidentId),
    postmortemOf(reader, incidentId),
  ])
  if (!incident) return undefined
  const open = await openPlaces(reader, spoken, channel?.channelId ?? undefined)
  const said = spoken.filter(({ channelId }) => open.has(channelId))
  const handler = roles.find(({ role }) => role === 'handler')
  const [names, bots] = await named(reader, [
    ...(handler ? [handler.userId] : []),
    ...said.flatMap(({ author, words }) => [author ?? '', ...mentionedIn(words)]),
    ...facts.map(doerOf),
    ...entries.flatMap((each) => (each.is === 'note' ? [each.note.by] : [])),
  ])
  const plain = (words: string) => readable(words, names)
  const held = new Set(spoken.map(placeOf))
  return {
    now,
    timeZone: settings.timezone,
    incident: statedOf(incident, facts, settings, plain),
    handler: handler ? { id: handler.userId, name: names.get(handler.userId) ?? handler.userId } : null,
    updates: facts.flatMap((fact) => (fact.type === 'updates.posted' ? [updateOf(fact, names, plain)] : [])),
    lines: linesOf(said, entries, { names, bots, plain, archives: postmortem.archives }),
    notes: entries.flatMap((each) => noteOf(each, names)),
    actions,
    todos: [...todos.list, ...todos.closed].map((todo) => todoOf(todo, held, plain)),
  }
}

/** The places whose words everybody may read who may know of the incident. */
async function openPlaces(reader: Reader, spoken: readonly Spoken[], own: string | undefined): Promise<Set<string>> {
  const elsewhere = [...new Set(spoken.map(({ channelId }) => channelId))].filter((id) => id !== own)
  const known = elsewhere.length > 0 ? await channelsByAnyName(reader, elsewhere) : []
  const open = known.filter(({ isPrivate }) => !isPrivate).flatMap(({ id, formerIds = [] }) => [id, ...formerIds])
  return new Set([...(own ? [own] : []), ...open])
}

async function named(reader: Reader, ids: readonly string[]): Promise<[Map<string, string>, Set<string>]> {
  const asked = [...new Set(ids)].filter(Boolean)
  const [names, people] = await Promise.all([namesOf(reader, asked), peopleByAnyName(reader, asked)])
  return [names, new Set(people.flatMap(({ id, isBot }) => (isBot ? [id] : [])))]
}

const placeOf = ({ channelId, ts }: Pick<Todo, 'channelId' | 'ts'>): string => `${channelId}:${ts}`

function todoOf(todo: Todo, held: ReadonlySet<string>, plain: (words: string) => string): StatedTodo {
  const place = placeOf(todo)
  const { n, words, state, owner } = todo
  return { n, words: words && plain(words), state, owner, ...(held.has(place) ? { saidIn: place } : {}) }
}

const doerOf = ({ actor }: Pick<Fact, 'actor'>): string => (actor.kind === 'person' ? actor.id : '')

function statedOf(
  incident: Incident,
  facts: readonly StatedFact[],
  settings: Settings,
  plain: (words: string) => string,
): StatedIncident {
  const labelOf = (among: readonly { key: string; label: Localized }[], key: string | null) =>
    key === null ? null : (among.find((each) => each.key === key)?.label ?? { ja: key, en: key })
  // What was said at a recovery that was taken back is said of it no more.
  const last = facts.findLast(({ type }) => type === 'incident.recovered' || type === 'incident.reopened')
  const note = last?.type === 'incident.recovered' ? last.data.note : null
  return {
    id: incident.id,
    status: incident.status,
    types: incident.types,
    kind: incident.kind,
    visibility: incident.visibility,
    permanence: incident.permanence,
    occurredAt: incident.occurredAt,
    detectedAt: incident.detectedAt,
    detectedBy: incident.detectedBy,
    declaredAt: incident.declaredAt,
    recoveredAt: incident.recoveredAt,
    completedAt: incident.completedAt,
    service: settings.services[incident.service]?.name ?? { ja: incident.service, en: incident.service },
    level: labelOf(settings.levels.steps, incident.level),
    urgency: labelOf(settings.urgencies, incident.urgency),
    summary: plain(incident.summary),
    impact: incident.impact && plain(incident.impact),
    recoveryNote: note ? plain(note) : null,
  }
}

function updateOf(
  fact: FactOf<'updates.posted'>,
  names: ReadonlyMap<string, string>,
  plain: (words: string) => string,
): StatedUpdate {
  const { n, report, condition, action, need, impact, nextAt } = fact.data
  return {
    n,
    at: fact.at,
    report: report === 'first' || report === 'final' ? report : 'follow_up',
    condition: plain(condition),
    action: action && plain(action),
    need: need && plain(need),
    impact: impact && plain(impact),
    authorName: names.get(doerOf(fact)) ?? null,
    nextAt: nextAt === null ? null : new Date(nextAt),
  }
}

type Saying = {
  archives: string | null
  names: ReadonlyMap<string, string>
  bots: ReadonlySet<string>
  plain: (words: string) => string
}

function linesOf(
  said: readonly Spoken[],
  entries: readonly TimelineEntry[],
  { names, bots, plain, archives }: Saying,
): Line[] {
  const keyOf = ({ channelId, ts }: Pick<Spoken, 'channelId' | 'ts'>) => `${channelId} ${ts}`
  const marks = new Map(
    entries.flatMap((each) => (each.is === 'message' ? [[keyOf(each.message), each.message.kinds] as const] : [])),
  )
  // Slack tells the address of few messages; that of any other lies beside it.
  const known = said.find(({ permalink }) => permalink?.includes('/archives/'))?.permalink ?? archives
  return said.flatMap((each): Line[] => {
    const { channelId, ts, threadTs, author, permalink } = each
    const words = plain(each.words).trim()
    const marked = marks.get(keyOf(each)) ?? []
    // What is said to a bot is a command, and no news of the incident, unless somebody marked it.
    if (!words || (marked.length === 0 && isSaidToBot(each.words, bots))) return []
    return [
      {
        channelId,
        ts,
        threadTs,
        author,
        words,
        authorName: (author && names.get(author)) ?? null,
        byApp: author === null || author.startsWith('B') || bots.has(author),
        permalink: permalink ?? (known ? permalinkBeside(known, channelId, ts, threadTs) : null),
        saidAt: saidAt(ts),
        marks: marked,
      },
    ]
  })
}

const isSaidToBot = (words: string, bots: ReadonlySet<string>): boolean =>
  bots.has(/^\s*<@(\w+)(?:\|[^>]*)?>/.exec(words)?.[1] ?? '')

function noteOf(entry: TimelineEntry, names: ReadonlyMap<string, string>): TimelineNote[] {
  if (entry.is !== 'note') return []
  const { n, words, by } = entry.note
  return [{ n, moment: entry.at, words: entry.words ?? words, authorName: names.get(by) ?? null }]
}
