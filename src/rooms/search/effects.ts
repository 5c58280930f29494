import { incidentOf } from '../channel/index.ts'
import type { Consequence, Effects, FactType } from '../facts/index.ts'
import { placeRef } from './entry.ts'
import { saidJob, wholeJob, writtenJob } from './jobs.ts'
import { copyVisibility, dropSaidIn, putEntries } from './store.ts'

/** After these something stands written that did not before, or no longer. */
const writing: ReadonlySet<FactType> = new Set([
  'incident.summary_edited',
  'updates.posted',
  'record.note_added',
  'record.entry_edited',
  'todos.added',
  'todos.reworded',
  'actions.added',
  'actions.changed',
  'actions.waived',
  'actions.reopened',
  'actions.removed',
  'postmortem.written',
])

/**
 * What is written is found a moment later. What was deleted is found no more, and a private incident by nobody who may not know of it,
 * from the very transaction on.
 */
export const effects: Effects = (fact) => {
  const incidentId = incidentOf(fact.subject)
  if (!incidentId) return []
  const written: Consequence = { do: 'enqueue', job: writtenJob, data: { incidentId } }
  const said = (channelId: string, keys: readonly string[]): Consequence => ({
    do: 'enqueue',
    job: saidJob,
    data: { incidentId, channelId, keys },
  })
  switch (fact.type) {
    case 'record.forgotten': {
      const place = placeRef({ channelId: fact.data.channel, ts: fact.data.ts })
      return [{ do: 'change-along', change: (tx) => dropSaidIn(tx, incidentId, place) }, written]
    }
    case 'incident.declared': {
      const { service, visibility, summary: words } = fact.data
      const entry = { kind: 'summary' as const, ref: 'summary', at: fact.at, words, saidIn: null }
      return [{ do: 'change-along', change: (tx) => putEntries(tx, { id: incidentId, service, visibility }, [entry]) }]
    }
    case 'incident.visibility_set': {
      const isPrivate = fact.data.to === 'private'
      return [{ do: 'change-along', change: (tx) => copyVisibility(tx, incidentId, isPrivate) }, written]
    }
    case 'record.unmarked':
    case 'record.edited':
    case 'record.read':
      return [said(fact.data.channel, [fact.data.ts]), written]
    case 'record.missed':
      return [said(fact.data.channel, fact.data.keys)]
    case 'record.adopted':
      return [{ do: 'enqueue', job: wholeJob, data: { incidentId } }]
    default:
      return writing.has(fact.type) ? [written] : []
  }
}
