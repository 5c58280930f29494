import { mentionedIn, readable } from '../../kit/block-kit/index.ts'
import { readTogether, type Tx } from '../../kit/db/index.ts'
import { namesOf } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { hold, incidentById, incidentsByIds } from '../incident/index.ts'
import {
  type Beside,
  keysBehind,
  messageSaid,
  messagesHeld,
  type Place,
  saidAt,
  stillSays,
  withFiles,
} from '../record/index.ts'
import { placeRef } from './entry.ts'
import { copyVisibility, dropEntry, entryAlong, putEntries, putEntryIf, standingEntries, wordsFound } from './store.ts'
import { writtenIn } from './written.ts'

/** What is found of an incident beside its messages says what people have written there by now. */
export const keepWritten = (world: Pick<World, 'db'>, incidentId: string): Promise<void> =>
  world.db.transaction((tx) => keepWrittenIn(tx, incidentId))

/** The incident is held: of two that are at it, the later one reads the later words. */
export async function keepWrittenIn(tx: Tx, incidentId: string): Promise<void> {
  const incident = await hold(tx, incidentId)
  // What was written beside the change of it.
  await copyVisibility(tx, incidentId, incident.visibility === 'private')
  const [standing, entries] = [await standingEntries(tx, incidentId), await writtenIn(tx, incident)]
  const keyOf = ({ kind, ref }: { kind: string; ref: string }) => `${kind} ${ref}`
  const before = new Map(standing.map((each) => [keyOf(each), each]))
  const isNew = (each: (typeof entries)[number]) => {
    const known = before.get(keyOf(each))
    return known?.words !== each.words || known.saidIn !== each.saidIn || known.at.getTime() !== each.at.getTime()
  }
  const left = new Set(entries.map(keyOf))
  for (const each of standing) if (!left.has(keyOf(each))) await dropEntry(tx, incidentId, each)
  await putEntries(tx, incident, entries.filter(isNew))
}

/** What is found of some messages says what stands in the record; of those that are gone from it nothing is found. */
export const keepSaid = (
  world: Pick<World, 'db'>,
  { incidentId, channelId, keys }: { incidentId: string; channelId: string; keys: readonly string[] },
): Promise<void> => world.db.transaction((tx) => keepSaidIn(tx, incidentId, channelId, keys))

async function keepSaidIn(tx: Tx, incidentId: string, channelId: string, keys: readonly string[]): Promise<void> {
  const messages = await messagesHeld(tx, incidentId, channelId, keys)
  const incident = await incidentById(tx, incidentId)
  if (!incident) return
  const names = await namesOf(
    tx,
    messages.flatMap(({ words }) => mentionedIn(words)),
  )
  const entries = messages.map(({ ts, saidAt, words }) => {
    const ref = placeRef({ channelId, ts })
    return { kind: 'message' as const, ref, at: saidAt, words: readable(words, names), saidIn: ref }
  })
  const there = new Set(messages.map(({ ts }) => ts))
  for (const ts of keys) {
    if (!there.has(ts)) await dropEntry(tx, incidentId, { kind: 'message', ref: placeRef({ channelId, ts }) })
  }
  await putEntries(
    tx,
    incident,
    entries.filter(({ words }) => words.trim()),
  )
}

/** What somebody says is found from the statement on that keeps it in the record of an incident. */
export const foundAtOnce = (world: Pick<World, 'db'>): Beside => ({
  async along(place, { words, files }) {
    const said = withFiles(words, files)
    if (!said.trim()) return undefined
    const names = await namesOf(world.db.read, mentionedIn(said))
    const ref = placeRef(place)
    return entryAlong({ kind: 'message', ref, at: saidAt(place.ts), words: readable(said, names), saidIn: ref })
  },
  after: (place) => keepHeard(world, place),
})

/** What a message says by now is found in each incident whose record keeps it. */
export async function keepHeard(world: Pick<World, 'db'>, place: Place): Promise<void> {
  const { read } = world.db
  const ref = placeRef(place)
  const said = (await messageSaid(read, place)).filter(({ words }) => words.trim())
  const ids = said.map(({ incidentId }) => incidentId)
  const together = readTogether(read)
  const [incidents, found, names] = await Promise.all([
    incidentsByIds(together, ids),
    wordsFound(together, ids, { kind: 'message', ref }),
    namesOf(
      together,
      said.flatMap(({ words }) => mentionedIn(words)),
    ),
  ])
  for (const { incidentId, saidAt: at, words, mark } of said) {
    const incident = incidents.find(({ id }) => id === incidentId)
    const entry = { kind: 'message' as const, ref, at, words: readable(words, names), saidIn: ref }
    if (!incident || found.get(incidentId) === entry.words) continue
    // In one statement; where it was edited or deleted meanwhile, the long way.
    const isKept = await world.db.once((writer) =>
      putEntryIf(writer, incident, entry, stillSays(incidentId, place, mark)),
    )
    if (!isKept) await keepSaid(world, { incidentId, channelId: place.channelId, keys: [place.ts] })
  }
}

/** So many messages are written in one transaction. */
const pageSize = 100

/** All that is found of an incident. Each page commits by itself; taken up again, it does the same once more. */
export async function keepWhole(world: Pick<World, 'db'>, incidentId: string): Promise<void> {
  await keepWritten(world, incidentId)
  let behind: Place | undefined
  for (;;) {
    const page = await keysBehind(world.db.read, incidentId, behind, pageSize)
    for (const [channelId, places] of Map.groupBy(page, (each) => each.channelId)) {
      await keepSaid(world, { incidentId, channelId, keys: places.map(({ ts }) => ts) })
    }
    behind = page.at(-1)
    if (!behind || page.length < pageSize) return
  }
}
