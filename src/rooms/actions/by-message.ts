import { clip, mentionedIn, readable } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { unquoted } from '../../kit/slack/visible/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { namesOf } from '../directory/index.ts'
import { bot, commit, person, unchanged, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { messageAt, type Place, sourcesOf } from '../record/index.ts'
import { type ActionItem, longestTitle } from './action.ts'
import { added, addMarked } from './add-action.ts'
import { actionById, actionOfMessage, changeAction } from './store.ts'

/**
 * Somebody made an action item of a message by a reaction; called once the record has read what the message says. One that was
 * taken back comes again.
 */
export async function takeUpAction(
  world: World,
  { incidentId, ...place }: Place & { incidentId: string },
): Promise<void> {
  const { read } = world.db
  const source = (await sourcesOf(read, incidentId, place)).find(({ kind }) => kind === 'action')
  const words = (await messageAt(read, incidentId, place))?.shown
  const title = words ? await titleOf(read, words) : ''
  if (!source || title === '') return
  const known = await actionOfMessage(read, place.channelId, place.ts)
  if (known) return known.state === 'removed' ? revive(world, known.id, title, source.by) : undefined
  await addMarked(world, source.by, incidentId, title, place)
}

async function revive(world: World, actionId: string, title: string, by: string): Promise<void> {
  await commit(world, person(by), async (tx) => {
    const item = await held(tx, actionId)
    if (item?.state !== 'removed') return unchanged(undefined)
    await changeAction(tx, actionId, { state: 'open', title, closedAt: null })
    return { facts: [added({ ...item, title })], result: undefined }
  })
}

/** As people read it: names for references, and one line. */
async function titleOf(reader: Reader, words: string): Promise<string> {
  const names = await namesOf(reader, mentionedIn(words))
  return clip(readable(unquoted(words), names).replace(/\s+/gu, ' ').trim(), longestTitle)
}

/**
 * What became of an item's message, also where nobody heard of it when it happened: the record has read it again, or has lost
 * it.
 */
export async function followRecordOfAction(
  world: World,
  { incidentId, ...place }: Place & { incidentId: string },
): Promise<void> {
  const message = await messageAt(world.db.read, incidentId, place)
  if (message?.deletedAt) await forgetAction(world, place)
  else if (message?.shown) await followActionEdit(world, { ...place, by: null, text: message.shown })
}

/** The item says what its message says, until a person has written the title. */
export async function followActionEdit(
  world: World,
  edited: Place & { by: string | null; text: string },
): Promise<void> {
  const known = await actionOfMessage(world.db.read, edited.channelId, edited.ts)
  const title = known ? await titleOf(world.db.read, edited.text) : ''
  if (!known || title === '') return
  await commit(world, edited.by ? person(edited.by) : bot, async (tx) => {
    const item = await held(tx, known.id)
    if (!item || item.titled || item.title === title || item.state === 'removed') return unchanged(undefined)
    await changeAction(tx, item.id, { title })
    return { facts: [reworded(item)], result: undefined }
  })
}

/** The message was deleted: its words go. The item goes with them where nobody has touched it. */
export async function forgetAction(world: World, { channelId, ts }: Place): Promise<void> {
  const known = await actionOfMessage(world.db.read, channelId, ts)
  if (!known) return
  await commit(world, bot, async (tx, now) => {
    const item = await held(tx, known.id)
    if (!item || (item.title === null && item.state === 'removed')) return unchanged(undefined)
    const goes = isUntouched(item)
    if (!goes && (item.titled || item.title === null)) return unchanged(undefined)
    await changeAction(tx, item.id, { title: null, ...(goes ? { state: 'removed', closedAt: now } : {}) })
    return { facts: [goes ? removed(item) : reworded(item)], result: undefined }
  })
}

/** Somebody took back the reaction that had made an action item of a message; one that people have worked on stays. */
export async function takeBackAction(world: World, place: Place, by: string): Promise<void> {
  const known = await actionOfMessage(world.db.read, place.channelId, place.ts)
  if (known?.source !== 'reaction') return
  if ((await sourcesOf(world.db.read, known.incidentId, place)).some(({ kind }) => kind === 'action')) return
  await commit(world, person(by), async (tx, now) => {
    const item = await held(tx, known.id)
    if (!item || !isUntouched(item)) return unchanged(undefined)
    await changeAction(tx, item.id, { state: 'removed', title: null, closedAt: now })
    return { facts: [removed(item)], result: undefined }
  })
}

async function held(tx: Parameters<typeof hold>[0], actionId: string): Promise<ActionItem | undefined> {
  const found = await actionById(tx, actionId)
  if (!found) return undefined
  await hold(tx, found.incidentId)
  return actionById(tx, actionId)
}

const isUntouched = ({ revision, state }: ActionItem): boolean => revision === 0 && state === 'open'

const reworded = ({ id, n, owner, dueOn, incidentId }: ActionItem) => ({
  subject: incidentSubject(incidentId),
  type: 'actions.changed' as const,
  data: { id, n, owner, dueOn, changes: [{ field: 'title', from: null, to: null }], reason: null },
})

const removed = ({ id, n, incidentId }: ActionItem) => ({
  subject: incidentSubject(incidentId),
  type: 'actions.removed' as const,
  data: { id, n },
})
