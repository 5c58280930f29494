import type { Reader } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { type Fact, type FactType, factsAbout } from '../facts/index.ts'
import type { RecordedMessage } from './record.ts'
import { messagesOf } from './store.ts'

/** One line of a timeline: a message that belongs there, or something that happened to the incident. */
export type TimelineEntry = { at: Date } & ({ is: 'message'; message: RecordedMessage } | { is: 'fact'; fact: Fact })

/** What happened to the incident itself, as a story is told of it afterwards. */
export const timelineFacts = [
  'incident.declared',
  'incident.level_set',
  'incident.summary_edited',
  'incident.recovered',
  'incident.reopened',
  'incident.completed',
  'incident.cancelled',
  'channel.created',
  'channel.archived',
  'channel.unarchived',
  'roles.handler_taken',
  'updates.posted',
  'todos.added',
  'todos.done',
] as const satisfies readonly FactType[]

/** Marked messages and facts in the order of their own times. A message without words was not read, or could not be. */
export async function timelineOf(reader: Reader, incidentId: string): Promise<TimelineEntry[]> {
  const facts = await factsAbout(reader, incidentSubject(incidentId), timelineFacts)
  const messages = await messagesOf(reader, incidentId)
  const entries: TimelineEntry[] = [
    ...facts.map((fact) => ({ is: 'fact' as const, at: happenedAt(fact), fact })),
    ...messages.map((message) => ({ is: 'message' as const, at: message.saidAt, message })),
  ]
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** When it was so, which for a recovery may be long before it was said. */
const happenedAt = (fact: Fact): Date =>
  fact.type === 'incident.recovered' ? new Date(fact.data.recoveredAt) : fact.at
