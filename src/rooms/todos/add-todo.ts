import { escapeText } from '../../kit/block-kit/index.ts'
import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { commit, type NewFact, person, Refusal, unchanged, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import { insertTodo } from './store.ts'
import { type Todo, type TodoInput, todoInput } from './todo.ts'

/** Where a TODO was said; null when it came from the form. */
export type Said = { source: 'message' | 'reaction'; channelId: string; ts: string }

/** Writes down what is to be done, by whom and within which time. A message gives one at most, however often Slack tells it. */
export async function addTodo(
  world: World,
  by: string,
  incidentId: string,
  input: TodoInput,
  said: Said | null = null,
): Promise<void> {
  const wanted = todoInput.parse(input)
  await commit(world, person(by), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    if (!isOpen(incident)) {
      // Who typed it may go on talking; only a form deserves an answer.
      if (said) return unchanged(undefined)
      throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    }
    const todo = await insert(world, tx, now, { by, incidentId, wanted, said })
    if (!todo) return unchanged(undefined)
    return { facts: [added(todo)], result: undefined }
  })
}

function insert(
  world: World,
  tx: Tx,
  now: Date,
  about: { by: string; incidentId: string; wanted: ReturnType<typeof todoInput.parse>; said: Said | null },
): Promise<Todo | undefined> {
  const { by, incidentId, wanted, said } = about
  return insertTodo(tx, {
    id: world.ids.next('todo'),
    incidentId,
    // As a message has it: letters that mean something to Slack stand as entities.
    words: said ? wanted.text : escapeText(wanted.text),
    owner: wanted.owner,
    source: said?.source ?? 'menu',
    channelId: said?.channelId ?? null,
    ts: said?.ts ?? null,
    addedBy: by,
    addedAt: now,
    dueAt: wanted.minutes ? later(now, wanted.minutes * 60_000) : null,
  })
}

const added = ({ id, n, incidentId, owner, dueAt, source, channelId, ts }: Todo): NewFact => ({
  subject: incidentSubject(incidentId),
  type: 'todos.added',
  data: { id, n, owner, dueAt: dueAt?.toISOString() ?? null, source, channel: channelId, ts },
})
