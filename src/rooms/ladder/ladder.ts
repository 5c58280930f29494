import { later } from '../../kit/clock.ts'
import type { Reader } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { factsAbout } from '../facts/index.ts'
import type { Incident } from '../incident/index.ts'
import { type PostmortemStatus, postmortemOf } from '../postmortem/index.ts'
import { dayIn, owedOf, postmortemDueIn, type Settings } from '../settings/index.ts'
import type { Review } from './review.ts'
import { reviewOf } from './store.ts'

/** How far the learning from one incident has come. */
export type Ladder = {
  status: PostmortemStatus
  /** The due day past which somebody was reminded; null before. */
  overdueFor: string | null
  review: Review
}

export async function ladderOf(reader: Reader, incidentId: string): Promise<Ladder> {
  const [{ status }, reminded, review] = await Promise.all([
    postmortemOf(reader, incidentId),
    factsAbout(reader, incidentSubject(incidentId), ['ladder.reminded', 'incident.reopened']),
    reviewOf(reader, incidentId),
  ])
  const last = reminded.at(-1)
  const overdueFor = last?.type === 'ladder.reminded' && last.data.stage === 'overdue' ? last.data.due : null
  return { status, overdueFor, review }
}

export type Recovered = Incident & { recoveredAt: Date }

/** Whether the response is over, so that it is time to learn from it: what was cancelled or goes on elsewhere owes nothing. */
export const isOverWithLessons = (incident: Incident): incident is Recovered =>
  incident.recoveredAt !== null && (incident.status === 'recovered' || incident.status === 'completed')

/** Nothing more is to be done for the document. */
export const isSettled = (status: PostmortemStatus): boolean => status === 'published' || status === 'waived'

/** Whether somebody is still waited for to write about it. */
export const isOwing = (incident: Incident, status: PostmortemStatus, settings: Settings): incident is Recovered =>
  isOverWithLessons(incident) && owedOf(settings, incident).document !== 'none' && !isSettled(status)

/** The day on which the postmortem is due: the one that people chose, else the level's. */
export const dueDayOf = ({ recoveredAt, postmortemDue, level }: Recovered, settings: Settings): string =>
  postmortemDue ?? dayIn(settings.timezone, later(recoveredAt, postmortemDueIn(settings, level ?? undefined)))
