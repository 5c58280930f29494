import { z } from 'zod'
import { clipMarkup, escapeText } from '../../kit/block-kit/index.ts'
import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { words } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import {
  type Change,
  commit,
  type NewFact,
  person,
  Refusal,
  type Unchanged,
  unchanged,
  type World,
} from '../facts/index.ts'
import { doerOf, hold, isOpen, personNamed, verb } from '../incident/index.ts'
import type { Task } from './read-tasks.ts'
import { insertTodo } from './store.ts'
import { boxMinutes, longestWords, type Todo } from './todo.ts'

/** Where a TODO was said; null when it came from the form. */
export type Said = { source: 'message' | 'reaction'; channelId: string; ts: string; line: number }

/** Writes down what is to be done, by whom and within which time. */
export const addTodo = verb({
  name: 'add-todo',
  input: z.strictObject({
    text: words(longestWords),
    owner: personNamed().nullish().default(null),
    minutes: boxMinutes.nullish().default(null),
  }),
  right: 'respond',
  async change({ world, tx, now, caller, incident }, { text, owner, minutes }) {
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    // As a message has it: letters that mean something to Slack stand as entities.
    const wanted = { words: escapeText(text), owner, minutes }
    return insert(world, tx, now, { by: doerOf(caller), incidentId: incident.id, wanted, said: null })
  },
})

/**
 * The same for what somebody said in the conversation. A line of a message gives one at most, however often Slack tells it; who typed it may go on
 * talking, so that nothing is refused.
 */
export async function addSaidTodo(
  world: World,
  by: string,
  incidentId: string,
  parsed: Task,
  said: Said,
): Promise<void> {
  const wanted = { ...parsed, words: clipMarkup(parsed.words, longestWords) }
  await commit(world, person(by), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    return isOpen(incident) ? insert(world, tx, now, { by, incidentId, wanted, said }) : unchanged(undefined)
  })
}

async function insert(
  world: World,
  tx: Tx,
  now: Date,
  about: { by: string; incidentId: string; wanted: Task; said: Said | null },
): Promise<Change<undefined> | Unchanged<undefined>> {
  const { by, incidentId, wanted, said } = about
  const todo = await insertTodo(tx, {
    id: world.ids.next('todo'),
    incidentId,
    words: wanted.words,
    owner: wanted.owner,
    source: said?.source ?? 'menu',
    channelId: said?.channelId ?? null,
    ts: said?.ts ?? null,
    line: said?.line ?? 0,
    addedBy: by,
    addedAt: now,
    dueAt: wanted.minutes ? later(now, wanted.minutes * 60_000) : null,
  })
  return todo ? { facts: [added(todo), ...refusedOwner(todo, wanted)], result: undefined } : unchanged(undefined)
}

const added = ({ id, n, incidentId, owner, dueAt, source, channelId, ts }: Todo) => ({
  subject: incidentSubject(incidentId),
  type: 'todos.added' as const,
  data: { id, n, owner, dueAt: dueAt?.toISOString() ?? null, source, channel: channelId, ts },
})

/** The one person who was named cannot do it: its author is told. */
export const refusedOwner = (
  { id, n, incidentId }: Pick<Todo, 'id' | 'n' | 'incidentId'>,
  { refused, why }: Pick<Task, 'refused' | 'why'>,
): NewFact[] =>
  refused && why
    ? [{ subject: incidentSubject(incidentId), type: 'todos.owner_refused', data: { id, n, user: refused, why } }]
    : []
