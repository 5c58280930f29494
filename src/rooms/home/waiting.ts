import type { ActionItem } from '../actions/index.ts'
import { isOwing } from '../ladder/index.ts'
import type { PostmortemStatus, Question } from '../postmortem/index.ts'
import type { Core } from '../reading/index.ts'
import type { OpenHandOver } from '../roles/index.ts'
import type { Settings } from '../settings/index.ts'
import { handlerOf } from '../situation/index.ts'
import type { Todo } from '../todos/index.ts'

/** One thing of an incident that waits for somebody. */
export type Waiting = { core: Core } & (
  | { what: 'level' | 'complete' | 'postmortem' }
  | { what: 'update'; dueAt: Date }
  | { what: 'question'; question: Question }
  | { what: 'role'; offer: OpenHandOver }
  | { what: 'action'; item: ActionItem }
  | { what: 'todo'; words: string | null; dueAt: Date | null }
)

/** What of an incident must be known to say what waits for one person. */
export type Known = {
  core: Core
  /** Who is asked to take which role, and has not answered. */
  asked: readonly OpenHandOver[]
  /** When the next update is promised; null where nothing is. */
  nextUpdateAt: Date | null
  /** What is still to be done, in the order in which it is due. */
  todos: readonly Todo[]
  questions: readonly Question[]
  postmortem: PostmortemStatus
}

/** What of one incident waits for a person. */
export function waitingIn(
  { core, asked, nextUpdateAt, todos, questions, postmortem }: Known,
  userId: string,
  now: Date,
  settings: Settings,
): Waiting[] {
  const { incident } = core
  const leads = handlerOf(core) === userId
  const isResponding = incident.status === 'responding'
  return [
    ...asked.filter(({ to }) => to === userId).map((offer) => ({ what: 'role' as const, core, offer })),
    ...(leads && isResponding && nextUpdateAt && nextUpdateAt <= now
      ? [{ what: 'update' as const, core, dueAt: nextUpdateAt }]
      : []),
    ...(leads && isResponding && !incident.level ? [{ what: 'level' as const, core }] : []),
    ...todos
      .filter(({ owner }) => owner === userId)
      .map(({ words, dueAt }) => ({ what: 'todo' as const, core, words, dueAt })),
    ...questions
      .filter(({ userId: whom, state }) => whom === userId && state === 'open')
      .map((question) => ({ what: 'question' as const, core, question })),
    ...(leads && incident.status === 'recovered' ? [{ what: 'complete' as const, core }] : []),
    ...(incident.postmortemOwner === userId && isOwing(incident, postmortem, settings)
      ? [{ what: 'postmortem' as const, core }]
      : []),
  ]
}
