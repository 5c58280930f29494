import { type MessageContent, mentionedIn } from '../../../kit/block-kit/index.ts'
import type { Locale } from '../../../kit/i18n/index.ts'
import type { FactOf } from '../../facts/index.ts'
import type { Slot } from '../../projection/index.ts'
import type { Place } from '../../record/index.ts'
import type { Situation, Voice } from '../../situation/index.ts'
import type { Todo } from '../../todos/index.ts'
import { askedMessage, dueMessage, ownerlessMessage, recoveryQuestion, todosMessage } from './messages.ts'

/** The facts from which messages about TODOs and the record follow. */
export const noted = [
  'todos.added',
  'todos.assigned',
  'todos.owner_refused',
  'todos.box_ended',
  'record.recovery_asked',
] as const
export type Noted = FactOf<(typeof noted)[number]>

/** Tells the author of a TODO, in their language, that it has no owner. */
export const toldOfTodos = (facts: readonly Noted[]): string[] =>
  facts.flatMap(({ type, actor }) => (type === 'todos.owner_refused' && actor.kind === 'person' ? [actor.id] : []))

/** People whom the words of TODOs mention: they are named there and not called. */
export const peopleInTodos = ({ todos }: Pick<Situation, 'todos'>): string[] =>
  [...todos.list, ...todos.closed].flatMap(({ words }) => (words ? mentionedIn(words) : []))

/** The list of TODOs, what is asked about them, and the signs under messages that were noted. */
export function noteSlots(
  situation: Situation,
  facts: readonly Noted[],
  marked: readonly Place[],
  names: ReadonlyMap<string, string>,
  locales: ReadonlyMap<string, Locale>,
  voice: Voice,
): Slot[] {
  const { channel, todos, incident } = situation
  const { channelId } = channel
  if (!channelId || channel.archivedAt) return []
  const all = [...todos.list, ...todos.closed]
  const slots: Slot[] = signs(channelId, marked, all, voice)
  if (all.length > 0) {
    slots.push({
      slot: 'todos',
      keep: 'living',
      lane: 'announce',
      // Whoever pressed a button in it looks at it.
      editLane: 'person',
      after: ['card'],
      act: { do: 'message', channel: channelId, content: todosMessage(situation, names, voice) },
    })
  }
  const responding = incident.status === 'responding'
  const say = (slot: string, isTimely: boolean, content: ReturnType<typeof askedMessage>) =>
    slots.push({
      slot,
      // What has been settled before it could be asked is not asked late.
      keep: isTimely ? 'living' : 'while-standing',
      lane: 'announce',
      after: ['card'],
      act: { do: 'message', channel: channelId, content },
    })
  const byId = new Map(all.map((todo) => [todo.id, todo]))
  const lastAsked = facts.findLast(({ type }) => type === 'record.recovery_asked')
  for (const fact of facts) {
    if (fact.type === 'record.recovery_asked') {
      const isOpen = responding && fact === lastAsked
      say(`ask-recovery:${fact.n}`, isOpen, recoveryQuestion(fact.data.by, isOpen, situation, voice))
      continue
    }
    const todo = byId.get(fact.data.id)
    if (!todo) continue
    if (fact.type === 'todos.box_ended') {
      say(`todo-due:${fact.n}`, todo.state === 'open', dueMessage(fact, todo, situation, names, voice))
    } else if (fact.type === 'todos.owner_refused') {
      if (fact.actor.kind !== 'person') continue
      const { id } = fact.actor
      const told = ownerlessMessage(fact.data, todo, situation, names, {
        ...voice,
        locale: locales.get(id) ?? voice.locale,
      })
      slots.push(...ownerless(fact, channelId, id, told, todo))
    } else {
      const owner = askedOf(fact)
      if (owner) slots.push(asked(fact, channelId, askedMessage(todo, owner, situation, names, voice), todo))
    }
  }
  return slots
}

/** The new owner of a TODO who does not know of it yet: whoever takes it, or is mentioned in the message, does. */
function askedOf(fact: FactOf<'todos.added' | 'todos.assigned'>): string | null {
  const { owner } = fact.data
  if (fact.actor.kind === 'person' && fact.actor.id === owner) return null
  return fact.type === 'todos.added' && fact.data.source !== 'menu' ? null : owner
}

const asked = (
  fact: FactOf<'todos.added' | 'todos.assigned'>,
  channel: string,
  content: ReturnType<typeof askedMessage>,
  todo: Todo,
): Slot => ({
  slot: `todo-asked:${fact.type}:${fact.n}`,
  keep: todo.state === 'open' ? 'once' : 'while-standing',
  lane: 'announce',
  after: ['card'],
  act: { do: 'message', channel, content },
})

/**
 * Only whoever wrote it is told, where they wrote it, and as a direct message, since what stands only before somebody who looks is soon
 * gone: the list shows everybody that the TODO has no owner.
 */
function ownerless(
  { n }: FactOf<'todos.owner_refused'>,
  channel: string,
  user: string,
  content: MessageContent,
  todo: Todo,
): Slot[] {
  const isOpen = todo.state === 'open' && !todo.owner
  const keep = isOpen ? 'once' : 'while-standing'
  return [
    { slot: `todo-ownerless:${n}`, keep, lane: 'person', act: { do: 'ephemeral', channel, user, content } },
    { slot: `todo-ownerless-direct:${n}`, keep, lane: 'person', act: { do: 'direct-message', user, content } },
  ]
}

/** The bot's small reaction, once under each message that it has noted. */
function signs(channelId: string, marked: readonly Place[], todos: readonly Todo[], { settings }: Voice): Slot[] {
  const said = todos.flatMap(({ channelId: where, ts }) => (where && ts ? [{ channelId: where, ts }] : []))
  const here = [...marked, ...said].filter((place) => place.channelId === channelId).map(({ ts }) => ts)
  return [...new Set(here)].map((ts) => ({
    slot: `seen:${ts}`,
    keep: 'once',
    lane: 'checkpoint',
    act: { do: 'react', channel: channelId, ts, name: settings.record.seen },
  }))
}
