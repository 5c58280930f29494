import { clipMarkup } from '../../kit/block-kit/index.ts'
import { later } from '../../kit/clock.ts'
import { incidentChannelById, incidentSubject } from '../channel/index.ts'
import { bot, commit, type NewFact, person, unchanged, type World } from '../facts/index.ts'
import { messageAt, messagesAt, type Place, sourcesOf } from '../record/index.ts'
import { addSaidTodo, refusedOwner } from './add-todo.ts'
import { finished } from './finish-todo.ts'
import { holdTodo } from './hold-todo.ts'
import { saysTask } from './parse-todo.ts'
import { type Task, tasksMarked, tasksSaid } from './read-tasks.ts'
import { changeTodo, type TodoChange, todosOfMessage } from './store.ts'
import { longestWords, type Todo } from './todo.ts'

/** Somebody wrote `TODO: …` in the channel of an incident or in one of its threads, once or in several lines. */
export async function addSaid(world: World, said: Place & { by: string; text: string }): Promise<void> {
  const { channelId, ts } = said
  const channel = saysTask(said.text) && (await incidentChannelById(world.db.read, channelId))
  if (!channel) return
  for (const [line, each] of (await tasksSaid(world, channel.incidentId, said.text)).entries()) {
    await addSaidTodo(world, said.by, channel.incidentId, each, { source: 'message', channelId, ts, line })
  }
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
  if (!source || !message?.shown) return
  for (const [line, each] of (await tasksMarked(world, incidentId, message.shown)).entries()) {
    await addSaidTodo(world, source.by, incidentId, each, { source: 'reaction', ...place, line })
  }
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
  else if (message?.shown) await followEdit(world, { ...place, by: null, text: message.shown })
}

/**
 * The TODOs say what their message says: an owner and a time box that were added to a line hold, too, and a line that was added is one
 * more. One whose line is gone stays as it was.
 */
export async function followEdit(world: World, edited: Place & { by: string | null; text: string }): Promise<void> {
  const { by, text, ...place } = edited
  const known = await todosOfMessage(world.db.read, place.channelId, place.ts)
  const [first] = known
  if (!first) return by ? addSaid(world, { ...place, by, text }) : undefined
  const read = first.source === 'reaction' ? tasksMarked : tasksSaid
  const { pairs, added } = matched(known, await read(world, first.incidentId, text))
  for (const [todo, parsed] of pairs) await follow(world, by, todo, parsed)
  let line = Math.max(...known.map((todo) => todo.line))
  const source = first.source === 'reaction' ? 'reaction' : 'message'
  for (const each of added) {
    line += 1
    await addSaidTodo(world, by ?? first.addedBy, first.incidentId, each, { source, ...place, line })
  }
}

/** Which line now belongs to which TODO: the one with its words, or else the next free one. */
function matched(known: readonly Todo[], lines: readonly Task[]) {
  const left = [...lines]
  const taken = new Map<string, Task>()
  const take = (todo: Todo, at: number) => {
    const [found] = at < 0 ? [] : left.splice(at, 1)
    if (found) taken.set(todo.id, found)
  }
  for (const todo of known)
    take(
      todo,
      left.findIndex(({ words }) => words === todo.words),
    )
  for (const todo of known) if (!taken.has(todo.id)) take(todo, 0)
  const pairs = known.flatMap((todo): [Todo, Task][] => {
    const found = taken.get(todo.id)
    return found ? [[todo, found]] : []
  })
  return { pairs, added: left }
}

async function follow(world: World, by: string | null, known: Todo, parsed: Task): Promise<void> {
  await commit(world, by ? person(by) : bot, async (tx, now) => {
    const { id, n, incidentId, words, owner, dueAt, state } = await holdTodo(tx, known.id)
    const subject = incidentSubject(incidentId)
    const facts: NewFact[] = []
    const change: TodoChange = {}
    const said = clipMarkup(parsed.words, longestWords)
    if (said !== words) {
      change.words = said
      facts.push({ subject, type: 'todos.reworded', data: { id, n } })
    }
    if (state === 'open' && !owner && parsed.owner) {
      change.owner = parsed.owner
      facts.push({ subject, type: 'todos.assigned', data: { id, n, owner: parsed.owner, from: null } })
    }
    // Only an edit tells its author why the TODO still has no owner; reading a message again does not.
    if (by && said !== words && state === 'open' && !owner) facts.push(...refusedOwner({ id, n, incidentId }, parsed))
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
  const [known] = await todosOfMessage(world.db.read, place.channelId, place.ts)
  if (known?.source !== 'reaction') return
  if ((await sourcesOf(world.db.read, known.incidentId, place)).some(({ kind }) => kind === 'todo')) return
  await dropSaid(world, place, by)
}

async function dropSaid(world: World, { channelId, ts }: Place, by: string | null): Promise<void> {
  for (const known of await todosOfMessage(world.db.read, channelId, ts)) await drop(world, known, by)
}

async function drop(world: World, known: Todo, by: string | null): Promise<void> {
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

/** ✅ on a message says that all is done that it said. What is closed already stays so. */
export async function finishSaid(world: World, { channelId, ts }: Place, by: string): Promise<void> {
  for (const known of await todosOfMessage(world.db.read, channelId, ts)) await finish(world, known, by)
}

async function finish(world: World, known: Todo, by: string): Promise<void> {
  if (known.state !== 'open') return
  await commit(world, person(by), async (tx, now) => {
    const todo = await holdTodo(tx, known.id)
    // Closed in the same moment by somebody else: as good.
    return todo.state === 'open' ? finished(tx, todo, by, now) : unchanged(undefined)
  })
}

/** Whoever put ✅ there takes it away: it is not done after all. */
export async function unfinishSaid(world: World, { channelId, ts }: Place, by: string): Promise<void> {
  for (const known of await todosOfMessage(world.db.read, channelId, ts)) await unfinish(world, known, by)
}

async function unfinish(world: World, known: Todo, by: string): Promise<void> {
  if (known.state !== 'done' || known.closedBy !== by) return
  await commit(world, person(by), async (tx, now) => {
    const { id, n, incidentId, owner, state, dueAt } = await holdTodo(tx, known.id)
    if (state !== 'done') return unchanged(undefined)
    const box = dueAt && dueAt > now ? dueAt : null
    await changeTodo(tx, id, { state: 'open', closedAt: null, closedBy: null, dueAt: box })
    const data = { id, n, owner, dueAt: box?.toISOString() ?? null }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'todos.reopened', data }], result: undefined }
  })
}
