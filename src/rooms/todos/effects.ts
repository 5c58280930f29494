import { incidentOf } from '../channel/index.ts'
import type { Consequence, Effects } from '../facts/index.ts'
import { keepBoxes } from './end-box.ts'
import { catchUpTodosJob, followJob, takeUpJob } from './jobs.ts'
import { forgetWords } from './store.ts'
import { boxTimer, todoSubject } from './todo.ts'

/** A time box sets its timer, and whatever closes the TODO takes it back. What is marked becomes one as soon as it is read, and says what its message says. */
export const effects: Effects = (fact) => {
  switch (fact.type) {
    case 'todos.added':
    case 'todos.reopened':
    case 'todos.box_set':
      return [box(fact.data)]
    case 'todos.done':
    case 'todos.dropped':
      return [box({ id: fact.data.id, dueAt: null })]
    case 'incident.recovered':
    case 'incident.completed':
    case 'incident.cancelled':
    case 'incident.merged':
    case 'incident.reopened':
      return [{ do: 'keep-timer', keep: keepBoxes(fact.subject) }]
    case 'record.marked':
      return fact.data.kind === 'todo' ? aboutMessage(takeUpJob, fact.subject, fact.data) : []
    case 'record.read':
      return aboutMessage(takeUpJob, fact.subject, fact.data)
    case 'record.missed': {
      const incidentId = incidentOf(fact.subject)
      const { channel: channelId, keys } = fact.data
      return incidentId ? [{ do: 'enqueue', job: catchUpTodosJob, data: { incidentId, channelId, keys } }] : []
    }
    case 'record.edited':
      return aboutMessage(followJob, fact.subject, fact.data)
    case 'record.forgotten': {
      const { channel, ts } = fact.data
      // Whoever looks before the job has dropped it must not read it, nor have it sent to a model.
      return [
        { do: 'change-along', change: (tx) => forgetWords(tx, channel, ts) },
        ...aboutMessage(followJob, fact.subject, fact.data),
      ]
    }
    default:
      return []
  }
}

function box({ id, dueAt }: { id: string; dueAt: string | null }): Consequence {
  const timer = { subject: todoSubject(id), kind: boxTimer }
  return dueAt ? { do: 'set-timer', ...timer, dueAt: new Date(dueAt) } : { do: 'cancel-timer', ...timer }
}

function aboutMessage(
  job: typeof takeUpJob,
  subject: string,
  { channel: channelId, ts }: { channel: string; ts: string },
): Consequence[] {
  const incidentId = incidentOf(subject)
  return incidentId ? [{ do: 'enqueue', job, data: { incidentId, channelId, ts } }] : []
}
