import type { ActionItem } from '../actions/index.ts'
import type { Incident } from '../incident/index.ts'
import { isOwing, type Ladder } from '../ladder/index.ts'
import { owedOf, type Settings } from '../settings/index.ts'

/** What should be done before the response is over. Stored with what was waived: add, never rename. */
export type Left =
  | { what: 'level' | 'postmortem' | 'provisional' | 'document' | 'review' }
  | { what: 'todos' | 'actions'; count: number }

/** What it is decided by. */
export type Undone = {
  incident: Incident
  openTodos: number
  ladder: Pick<Ladder, 'status' | 'review'>
  actions: readonly Pick<ActionItem, 'state'>[]
}

/**
 * What of the response is not done yet, in the order in which people would do it. What is learned from it is a part of that
 * only where the company says so; who writes it always is.
 */
export function leftUndone(undone: Undone, settings: Settings): Left[] {
  const { incident, openTodos, ladder } = undone
  const needsWriter = !incident.postmortemOwner && isOwing(incident, ladder.status, settings)
  return [
    ...(openTodos > 0 ? [{ what: 'todos' as const, count: openTodos }] : []),
    ...(incident.permanence === 'provisional' ? [{ what: 'provisional' as const }] : []),
    ...(incident.level ? [] : [{ what: 'level' as const }]),
    ...(needsWriter ? [{ what: 'postmortem' as const }] : []),
    ...(settings.postmortem.before_complete === 'published' ? stillOwed(undone, settings) : []),
  ]
}

/** What is learned from it and not done yet. After 完了 it goes on by itself. */
export function stillOwed({ incident, ladder, actions }: Undone, settings: Settings): Left[] {
  const isReviewed = ladder.review.state === 'held' || ladder.review.state === 'waived'
  const isReviewOwed = owedOf(settings, incident).review || ladder.review.state === 'planned'
  const open = actions.filter(({ state }) => state === 'open').length
  return [
    ...(isOwing(incident, ladder.status, settings) ? [{ what: 'document' as const }] : []),
    ...(isReviewOwed && !isReviewed && ladder.status !== 'waived' ? [{ what: 'review' as const }] : []),
    ...(open > 0 ? [{ what: 'actions' as const, count: open }] : []),
  ]
}
