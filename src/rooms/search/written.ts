import { mentionedIn, readable } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { actionsOf } from '../actions/index.ts'
import { namesOf } from '../directory/index.ts'
import type { Incident } from '../incident/index.ts'
import { writtenOf } from '../postmortem/index.ts'
import { messageAt, timelineOf } from '../record/index.ts'
import { todosOf } from '../todos/index.ts'
import { updatesOf } from '../updates/index.ts'
import { type Entry, placeRef } from './entry.ts'

/** All that people wrote in an incident beside the messages: what is found of it, with people's names in place of their ids. */
export async function writtenIn(reader: Reader, incident: Incident): Promise<Entry[]> {
  const { id, declaredAt } = incident
  const [updates, sections, told, things] = [
    await updatesOf(reader, id),
    await writtenOf(reader, id),
    await toldIn(reader, id),
    await thingsToDo(reader, id),
  ]
  const own = (kind: 'summary' | 'impact', words: string | null) => entry(kind, kind, declaredAt, words)
  const entries = [
    ...own('summary', incident.summary),
    ...own('impact', incident.impact),
    ...updates.flatMap(({ n, at, condition, action, need, impact }, nth) => {
      // Most say again what stands there anyway.
      const isSaid = impact === incident.impact || updates.slice(0, nth).some((before) => before.impact === impact)
      const words = [condition, action, need, isSaid ? null : impact].filter(Boolean).join('\n')
      return entry('update', String(n), at, words)
    }),
    ...told,
    ...[...sections.values()].flatMap(({ section, at, words }) => entry('postmortem', section, at, words)),
    ...things,
  ]
  const names = await namesOf(
    reader,
    entries.flatMap(({ words }) => mentionedIn(words)),
  )
  return entries.map((each) => ({ ...each, words: readable(each.words, names) }))
}

/** What people wrote onto the timeline, and what they say in place of a message. */
async function toldIn(reader: Reader, incidentId: string): Promise<Entry[]> {
  return (await timelineOf(reader, incidentId)).flatMap((each) => {
    if (each.is === 'note') return entry('note', each.key, each.at, each.words ?? each.note.words)
    return entry('note', each.key, each.at, each.words, each.is === 'message' ? placeRef(each.message) : null)
  })
}

/** TODOs and action items. What a message said goes with it, also before they have heard of its deletion. */
async function thingsToDo(reader: Reader, incidentId: string): Promise<Entry[]> {
  const { list, closed } = await todosOf(reader, incidentId)
  const found: Entry[] = []
  const things = [
    ...[...list, ...closed].map((todo) => ({ ...todo, kind: 'todo' as const, said: todo.words, isOwn: false })),
    ...(await actionsOf(reader, incidentId)).map((item) => ({
      ...item,
      kind: 'action' as const,
      said: [item.title, item.reason].filter(Boolean).join('\n'),
      isOwn: item.titled,
    })),
  ]
  for (const { kind, id, addedAt, said, isOwn, channelId, ts } of things) {
    const place = !isOwn && channelId && ts ? { channelId, ts } : null
    if (place && (await messageAt(reader, incidentId, place))?.deletedAt) continue
    found.push(...entry(kind, id, addedAt, said, place && placeRef(place)))
  }
  return found
}

const entry = (
  kind: Entry['kind'],
  ref: string,
  at: Date,
  words: string | null,
  saidIn: string | null = null,
): Entry[] => (words?.trim() ? [{ kind, ref, at, words, saidIn }] : [])
