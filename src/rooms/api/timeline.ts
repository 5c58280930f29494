import type { z } from 'zod'
import { agentName } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { type Looker, mayRead } from '../access/index.ts'
import { namesOf } from '../directory/index.ts'
import { timelineTelling } from '../faces/index.ts'
import { doerName, type World } from '../facts/index.ts'
import { type Incident, lookerOf, perform } from '../incident/index.ts'
import {
  addNote,
  type EntryKind,
  editEntry,
  kindOfFact,
  type Telling,
  type TimelineEntry,
  tellEntry,
  tellOriginal,
  timelineOf,
} from '../record/index.ts'
import { type Situation, situationOf, type Voice } from '../situation/index.ts'
import type { Acting } from './acting.ts'
import { ApiFailure } from './failure.ts'
import { type Keyed, once } from './once.ts'
import type { EntryAnswer, editBody, noteBody, timelineAnswer } from './timeline-shapes.ts'

/** The timeline of an incident; undefined where there is none, or none that the caller may be told of. */
export async function timelineFor(
  reader: Reader,
  incidentId: string,
  { looker, withHidden }: { looker: Looker; withHidden: boolean },
  voice: Voice,
): Promise<(z.output<typeof timelineAnswer> & { incident: Incident }) | undefined> {
  const situation = await situationOf(reader, incidentId)
  if (!situation || !(await mayRead(reader, incidentId, looker))) return undefined
  const entries = await answersOf(reader, situation, voice, withHidden)
  const editors = entries.flatMap(({ changes }) => changes.map(({ by }) => by))
  return { incident: situation.incident, entries, people: Object.fromEntries(await namesOf(reader, editors)) }
}

/** Who writes, and under which key. */
type Writing = { by: Acting; call: Keyed }

/** Writes an entry by hand, in somebody's name. */
export async function writeByCall(
  world: World,
  { by, call }: Writing,
  incidentId: string,
  { at, words }: Omit<z.output<typeof noteBody>, 'actor'>,
  voice: Voice,
): Promise<EntryAnswer> {
  const situation = await knownTo(world, by, incidentId)
  const key = await perform(world, once(addNote, call), by.caller, incidentId, { at, words })
  return entryOf(world, situation, key, voice)
}

/** Puts an entry right, in somebody's name. */
export async function editByCall(
  world: World,
  { by, call }: Writing,
  incidentId: string,
  entry: string,
  { at, words, hidden, reason }: Omit<z.output<typeof editBody>, 'actor'>,
  voice: Voice,
): Promise<EntryAnswer> {
  const situation = await knownTo(world, by, incidentId)
  const shown = hidden === undefined ? undefined : hidden ? 'hidden' : 'shown'
  await perform(world, once(editEntry, call), by.caller, incidentId, { entry, at, words, shown, reason })
  return entryOf(world, situation, entry, voice)
}

async function knownTo(world: World, { caller }: Acting, incidentId: string): Promise<Situation> {
  const situation = await situationOf(world.db.read, incidentId)
  const { read } = world.db
  if (!situation || !(await mayRead(read, incidentId, await lookerOf(world, read, caller))))
    throw new ApiFailure('not-found', 404)
  return situation
}

async function entryOf(world: World, situation: Situation, key: string, voice: Voice): Promise<EntryAnswer> {
  const found = (await answersOf(world.db.read, situation, voice, true)).find(({ id }) => id === key)
  if (!found) throw new Error(`The entry ${key} has gone`)
  return found
}

async function answersOf(reader: Reader, situation: Situation, voice: Voice, withHidden: boolean) {
  const entries = await timelineOf(reader, situation.incident.id, { withHidden })
  const telling = await timelineTelling(reader, entries, [], situation, voice)
  return entries.map((entry) => answerOf(entry, telling))
}

function answerOf(entry: TimelineEntry, telling: Telling): EntryAnswer {
  const message = entry.is === 'message' ? entry.message : undefined
  return {
    id: entry.key,
    is: entry.is,
    kind: kindOf(entry),
    at: entry.at.toISOString(),
    words: tellEntry(entry, telling),
    hidden: entry.hidden,
    original: { at: entry.originalAt.toISOString(), words: tellOriginal(entry, telling) },
    author: authorOf(entry),
    permalink: message?.permalink ?? null,
    files: [...(message?.files ?? [])],
    changes: entry.edits.map(({ at, by, reason, moment, words, hidden }) => ({
      at: at.toISOString(),
      by: agentName(by) ?? by,
      reason,
      words,
      hidden,
      moment: moment?.toISOString() ?? null,
    })),
  }
}

function kindOf(entry: TimelineEntry): EntryKind {
  if (entry.is === 'fact') return kindOfFact(entry.fact)
  return entry.is === 'message' ? 'said' : 'written'
}

function authorOf(entry: TimelineEntry): string | null {
  if (entry.is === 'message') return entry.message.author
  if (entry.is === 'note') return agentName(entry.note.by) ?? entry.note.by
  return doerName(entry.fact.actor, (id) => id) ?? null
}
