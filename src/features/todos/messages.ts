import {
  actions,
  asMessage,
  type Block,
  context,
  escapeClipped,
  type MessageContent,
  person,
  readable,
  section,
  smallMessage,
} from '../../kit/block-kit/index.ts'
import { controlsBlockId, inabilityWords, isOver, verbButton, verbLabel } from '../../rooms/faces/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import { kindMark, oneLine, type Situation, type Voice, when } from '../../rooms/situation/index.ts'
import type { Todo } from '../../rooms/todos/index.ts'
import { texts } from './texts.ts'

/** Names of the people whom the words mention: shown, they call nobody. */
type Names = ReadonlyMap<string, string>

/** How many rows one reads on a phone; they fit into a message with the longest words. */
const mostRows = 20
const longestRow = 200

/** What is to be done, in one living message: each row with the one button that it needs next. */
export function todosMessage(situation: Situation, names: Names, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { todos, incident } = situation
  const title = t('title', { mark: kindMark(incident.kind, voice), done: todos.total - todos.open, total: todos.total })
  const shown = todos.list.slice(0, mostRows)
  const rows = shown.map((todo) => row(todo, names, voice))
  const more =
    todos.open > mostRows ? [t('more', { count: todos.open - mostRows, verb: verbLabel('change-todo', voice) })] : []
  // Whoever has written two knows how.
  const how = todos.total < 2 ? [context(t('how', { emoji: todoEmoji(voice) }))] : []
  const live = !isOver(incident)
  const blocks: Block[] = [
    section(todos.open === 0 ? `${title}\n${t('title.empty')}` : title),
    ...shown.map((todo, index) => section(rows[index] ?? '', live ? nextButton(todo, voice) : undefined)),
    ...(more.length > 0 ? [context(...more)] : []),
    ...(live
      ? [
          actions(controlsBlockId(incident.id), [verbButton('add-todo', voice), verbButton('change-todo', voice)]),
          ...how,
        ]
      : []),
  ]
  const lines = [title, ...(todos.open === 0 ? [t('title.empty')] : rows), ...more]
  return asMessage(lines, blocks)
}

function row(todo: Todo, names: Names, voice: Voice): string {
  const t = texts.in(voice.locale)
  const about = [
    todo.owner ? t('row.owner', { who: person(todo.owner) }) : t('row.nobody'),
    ...(todo.dueAt ? [t('row.due', { when: when(todo.dueAt, voice) })] : []),
  ]
  return `${t('row', { n: todo.n, words: wordsOf(todo, names, voice, longestRow) })}\n${about.join(t('apart'))}`
}

/** The words of a TODO as people read them, calling nobody. */
function wordsOf({ words }: Todo, names: Names, voice: Voice, most: number): string {
  return words === null ? texts.in(voice.locale)('gone') : escapeClipped(oneLine(readable(words, names)), most)
}

const nextButton = (todo: Todo, voice: Voice) =>
  verbButton(todo.owner ? 'done-todo' : 'take-todo', voice, { argument: todo.id })

/** The emoji that makes a TODO of a message. */
function todoEmoji({ settings }: Voice): string {
  const name = Object.entries(settings.record.reactions).find(([, kind]) => kind === 'todo')?.[0]
  return name ? `:${name}:` : '—'
}

/** Somebody was given a TODO by another: a new message, since an edit notifies nobody. Its buttons stand in the list alone. */
export function askedMessage(
  todo: Todo,
  owner: string,
  { incident }: Situation,
  names: Names,
  voice: Voice,
): MessageContent {
  const text = texts.in(voice.locale)('asked.title', {
    mark: kindMark(incident.kind, voice),
    who: person(owner),
    n: todo.n,
    words: wordsOf(todo, names, voice, 1000),
  })
  return { text, blocks: [section(text)] }
}

/** Who was named cannot do it: whoever wrote it may take it, or name another. */
export function ownerlessMessage(
  { user, why }: FactOf<'todos.owner_refused'>['data'],
  todo: Todo,
  { incident }: Situation,
  names: Names,
  voice: Voice,
): MessageContent {
  const text = texts.in(voice.locale)('ownerless', {
    mark: kindMark(incident.kind, voice),
    n: todo.n,
    who: person(user),
    why: inabilityWords(why, voice),
    words: wordsOf(todo, names, voice, 1000),
  })
  const buttons = [
    verbButton('take-todo', voice, { argument: todo.id }),
    verbButton('change-todo', voice, { argument: todo.id }),
  ]
  return { text, blocks: [section(text), actions(controlsBlockId(todo.incidentId), buttons)] }
}

/** A time box has ended: the owner and the handler are asked. Shrinks to a line once there is an answer. */
export function dueMessage(
  { at, data }: Pick<FactOf<'todos.box_ended'>, 'at' | 'data'>,
  todo: Todo,
  { incident }: Situation,
  names: Names,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { n } = todo
  const mark = kindMark(incident.kind, voice)
  if (todo.state !== 'open' || (todo.dueAt && todo.dueAt > at)) {
    const short =
      todo.state === 'open' && todo.dueAt
        ? t('due.extended', { mark, n, when: when(todo.dueAt, voice) })
        : t(todo.state === 'dropped' ? 'due.dropped' : 'due.done', { mark, n })
    return smallMessage(short)
  }
  const who = [...new Set([data.owner, data.handler])].flatMap((id) => (id ? [person(id)] : [])).join(' ')
  const text = t(data.owner ? 'due.title' : 'due.nobody', {
    mark,
    n,
    who,
    words: wordsOf(todo, names, voice, 1000),
  })
  const buttons = [
    verbButton(todo.owner ? 'done-todo' : 'take-todo', voice, { argument: todo.id }),
    verbButton('extend-todo', voice, { argument: todo.id }),
    verbButton('change-todo', voice, { argument: todo.id }),
  ]
  return { text, blocks: [section(text), actions(controlsBlockId(todo.incidentId), buttons)] }
}
