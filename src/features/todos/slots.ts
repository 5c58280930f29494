import { type MessageContent, mentionedIn } from '../../kit/block-kit/index.ts'
import { type Drawing, slotFace } from '../../rooms/faces/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import type { Situation } from '../../rooms/situation/index.ts'
import type { Todo } from '../../rooms/todos/index.ts'
import { askedMessage, dueMessage, ownerlessMessage, todosMessage } from './messages.ts'

const facts = ['todos.added', 'todos.assigned', 'todos.owner_refused', 'todos.box_ended'] as const
type TodoFact = (typeof facts)[number]

/** The list of TODOs, and what is asked about them. */
export const todoSlots = slotFace({
  facts,
  // Tells the author of a TODO, in their language, that it has no owner.
  recipients: (_core, known) =>
    known.map(({ type, actor }) => (type === 'todos.owner_refused' && actor.kind === 'person' ? actor.id : null)),
  // Whom the words of TODOs mention is named there and not called.
  named: (core) => allOf(core).flatMap(({ words }) => (words ? mentionedIn(words) : [])),
  slots: (drawing) => [...listSlot(drawing), ...drawing.facts.flatMap((fact) => slotsOf(fact, drawing))],
})

const allOf = ({ todos }: Pick<Situation, 'todos'>): Todo[] => [...todos.list, ...todos.closed]

function listSlot({ situation, names, voice }: Drawing<TodoFact, unknown>): Slot[] {
  const { channelId, archivedAt } = situation.channel
  if (!channelId || archivedAt || allOf(situation).length === 0) return []
  return [
    {
      slot: 'todos',
      keep: 'living',
      lane: 'announce',
      // Whoever pressed a button in it looks at it.
      editLane: 'person',
      after: ['card'],
      act: { do: 'message', channel: channelId, content: todosMessage(situation, names, voice) },
    },
  ]
}

function slotsOf(fact: FactOf<TodoFact>, { situation, names, locales, voice }: Drawing<TodoFact, unknown>): Slot[] {
  const { channelId, archivedAt } = situation.channel
  const todo = allOf(situation).find(({ id }) => id === fact.data.id)
  if (!channelId || archivedAt || !todo) return []
  if (fact.type === 'todos.box_ended')
    return [
      {
        slot: `todo-due:${fact.n}`,
        // What has been settled before it could be asked is not asked late.
        keep: todo.state === 'open' ? 'living' : 'while-standing',
        lane: 'announce',
        after: ['card'],
        act: { do: 'message', channel: channelId, content: dueMessage(fact, todo, situation, names, voice) },
      },
    ]
  if (fact.type === 'todos.owner_refused') {
    if (fact.actor.kind !== 'person') return []
    const { id } = fact.actor
    const told = ownerlessMessage(fact.data, todo, situation, names, {
      ...voice,
      locale: locales.get(id) ?? voice.locale,
    })
    return ownerless(fact, channelId, id, told, todo)
  }
  const owner = askedOf(fact)
  return owner ? [asked(fact, channelId, askedMessage(todo, owner, situation, names, voice), todo)] : []
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
