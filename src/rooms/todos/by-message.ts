import { later } from '../../kit/clock.ts'
import { incidentChannelById, incidentSubject } from '../channel/index.ts'
import { bot, commit, type NewFact, person, unchanged, type World } from '../facts/index.ts'
import { messageAt, messagesAt, type Place, sourcesOf } from '../record/index.ts'
import { addSaidTodo } from './add-todo.ts'
import { finished } from './finish-todo.ts'
import { holdTodo } from './hold-todo.ts'
import { parseTask, parseTodo } from './parse-todo.ts'
import { changeTodo, type TodoChange, todoOfMessage } from './store.ts'

/** Somebody wrote `TODO: …` in the channel of an incident or in one of its threads. */
export async function addSaid(world: World, said: Place & { by: string; text: string }): Promise<void> {
  const parsed = parseTodo(said.text)
  const channel = parsed && (await incidentChannelById(world.db.read, said.channelId))
  if (!parsed || !channel) return
  const { channelId, ts } = said
  await addSaidTodo(world, said.by, channel.incidentId, parsed, { source: 'message', channelId, ts })
}

/** What was written while nobody listened is written down late, but not lost. */
export async function catchUpSaid(
  world: World,
  { incidentId, channelId, keys }: { incidentId: string; channelId: string; keys: string[] },
): Promise<void> {
  for (const { ts, author, words } of await messagesAt(world.db.read, incidentId, channelId, keys)) {
    if (author && words) await addSaid(world, { channelId, ts, by: author, text: words })
  }
}

/** Somebody made a TODO of a message by a reaction; called once the record has read what the message says. */
export async function takeUp(world: World, { incidentId, ...place }: Place & { incidentId: string }): Promise<void> {
  const message = await messageAt(world.db.read, incidentId, place)
  const source = (await sourcesOf(world.db.read, incidentId, place)).find(({ kind }) => kind === 'todo')
  const parsed = message?.words ? (parseTodo(message.words) ?? parseTask(message.words)) : undefined
  if (!source || !parsed) return
  await addSaidTodo(world, source.by, incidentId, parsed, { source: 'reaction', ...place })
}

/**
 * What became of a TODO's message, also where nobody heard of it when it happened: the record has read it again, or has lost
 * it.
 */
export async function followRecord(
  world: World,
  { incidentId, ...place }: Place & { incidentId: string },
): Promise<void> {
  const message = await messageAt(world.db.read, incidentId, place)
  if (message?.deletedAt) await forgetSaid(world, place)
  else if (message?.words) await followEdit(world, { ...place, by: null, text: message.words })
}

/** The TODO says what its message says: an owner and a time box that were added to it hold, too. */
export async function followEdit(world: World, edited: Place & { by: string | null; text: string }): Promise<void> {
  const { by, text, ...place } = edited
  const known = await todoOfMessage(world.db.read, place.channelId, place.ts)
  if (!known) return by ? addSaid(world, { ...place, by, text }) : undefined
  const parsed = parseTodo(text) ?? (known.source === 'reaction' ? parseTask(text) : undefined)
  if (!parsed) return
  await commit(world, by ? person(by) : bot, async (tx, now) => {
    const { id, n, incidentId, words, owner, dueAt, state } = await holdTodo(tx, known.id)
    const subject = incidentSubject(incidentId)
    const facts: NewFact[] = []
    const change: TodoChange = {}
    if (parsed.words !== words) {
      change.words = parsed.words
      facts.push({ subject, type: 'todos.reworded', data: { id, n } })
    }
    if (state === 'open' && !owner && parsed.owner) {
      change.owner = parsed.owner
      facts.push({ subject, type: 'todos.assigned', data: { id, n, owner: parsed.owner, from: null } })
    }
    if (state === 'open' && !dueAt && parsed.minutes) {
      change.dueAt = later(now, parsed.minutes * 60_000)
      facts.push({ subject, type: 'todos.box_set', data: { id, n, dueAt: change.dueAt.toISOString() } })
    }
    const [first, ...rest] = facts
    if (!first) return unchanged(undefined)
    await changeTodo(tx, id, change)
    return { facts: [first, ...rest], result: undefined }
  })
}

/** The message was deleted: its words go, and what was still to be done is dropped with them. */
export async function forgetSaid(world: World, { channelId, ts }: Place): Promise<void> {
  await dropSaid(world, { channelId, ts }, null)
}

/** Somebody took back the reaction that had made a TODO of a message. */
export async function takeBack(world: World, place: Place, by: string): Promise<void> {
  const known = await todoOfMessage(world.db.read, place.channelId, place.ts)
  if (known?.source !== 'reaction') return
  if ((await sourcesOf(world.db.read, known.incidentId, place)).some(({ kind }) => kind === 'todo')) return
  await dropSaid(world, place, by)
}

async function dropSaid(world: World, { channelId, ts }: Place, by: string | null): Promise<void> {
  const known = await todoOfMessage(world.db.read, channelId, ts)
  if (!known) return
  await commit(world, by ? person(by) : bot, async (tx, now) => {
    const { id, n, incidentId, state, words } = await holdTodo(tx, known.id)
    const subject = incidentSubject(incidentId)
    const forgets = by === null && words !== null
    if (state !== 'open' && !forgets) return unchanged(undefined)
    await changeTodo(tx, id, {
      ...(forgets ? { words: null } : {}),
      ...(state === 'open' ? { state: 'dropped', closedAt: now, closedBy: by } : {}),
    })
    const type = state === 'open' ? 'todos.dropped' : 'todos.reworded'
    return { facts: [{ subject, type, data: { id, n } }], result: undefined }
  })
}

/** ✅ on the message of a TODO says that it is done. One that is closed already stays so. */
export async function finishSaid(world: World, { channelId, ts }: Place, by: string): Promise<void> {
  const known = await todoOfMessage(world.db.read, channelId, ts)
  if (known?.state !== 'open') return
  await commit(world, person(by), async (tx, now) => {
    const todo = await holdTodo(tx, known.id)
    // Closed in the same moment by somebody else: as good.
    return todo.state === 'open' ? finished(tx, todo, by, now) : unchanged(undefined)
  })
}

/** Whoever put ✅ there takes it away: it is not done after all. */
export async function unfinishSaid(world: World, { channelId, ts }: Place, by: string): Promise<void> {
  const known = await todoOfMessage(world.db.read, channelId, ts)
  if (known?.state !== 'done' || known.closedBy !== by) return
  await commit(world, person(by), async (tx, now) => {
    const { id, n, incidentId, owner, state, dueAt } = await holdTodo(tx, known.id)
    if (state !== 'done') return unchanged(undefined)
    const box = dueAt && dueAt > now ? dueAt : null
    await changeTodo(tx, id, { state: 'open', closedAt: null, closedBy: null, dueAt: box })
    const data = { id, n, owner, dueAt: box?.toISOString() ?? null }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'todos.reopened', data }], result: undefined }
  })
}
