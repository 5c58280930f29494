import type { Fact, FactOf, FactType } from '../../facts/index.ts'

/** What happened to an incident, for its timeline. */
export const timelineFacts = [
  'incident.declared',
  'incident.level_set',
  'incident.type_set',
  'incident.kind_set',
  'incident.visibility_set',
  'incident.summary_edited',
  'incident.times_edited',
  'incident.recovered',
  'incident.reopened',
  'incident.completed',
  'incident.cancelled',
  'incident.merged',
  'incident.absorbed',
  'incident.parted',
  'channel.created',
  'channel.archived',
  'channel.unarchived',
  'channel.bot_left',
  'channel.bot_returned',
  'channel.moved',
  'assembly.linked',
  'assembly.unlinked',
  'assembly.excluded',
  'assembly.narrowed',
  'roles.handler_taken',
  'roles.handler_released',
  'roles.handed_over',
  'roles.role_claimed',
  'roles.hand_over_proposed',
  'roles.hand_over_dropped',
  'roles.vacancy_nudged',
  'roles.tier_called',
  'calls.made',
  'calls.unanswered',
  'paging.called',
  'paging.delivered',
  'paging.answered',
  'paging.failed',
  'updates.posted',
  'updates.unchanged',
  'updates.overdue',
  'timekeeper.snoozed',
  'todos.added',
  'todos.done',
] as const satisfies readonly FactType[]

export type TimelineFact = FactOf<(typeof timelineFacts)[number]>

/**
 * What an entry of the timeline is about: what somebody said, what somebody wrote onto it by hand, how the incident went, how it was told
 * to stand, who worked on it, what there was to do, the channel, or what was missed.
 */
export const entryKinds = ['said', 'written', 'course', 'updates', 'people', 'todos', 'channel', 'missed'] as const
export type EntryKind = (typeof entryKinds)[number]

const kinds: Readonly<Record<TimelineFact['type'], EntryKind> & Partial<Record<FactType, EntryKind>>> = {
  'incident.declared': 'course',
  'incident.level_set': 'course',
  'incident.type_set': 'course',
  'incident.kind_set': 'course',
  'incident.visibility_set': 'course',
  'incident.summary_edited': 'course',
  'incident.times_edited': 'course',
  'incident.recovered': 'course',
  'incident.reopened': 'course',
  'incident.completed': 'course',
  'incident.cancelled': 'course',
  'incident.merged': 'course',
  'incident.absorbed': 'course',
  'incident.parted': 'course',
  'channel.created': 'channel',
  'channel.archived': 'channel',
  'channel.unarchived': 'channel',
  'channel.bot_left': 'channel',
  'channel.bot_returned': 'channel',
  'channel.moved': 'channel',
  'assembly.linked': 'channel',
  'assembly.unlinked': 'channel',
  'assembly.excluded': 'people',
  'assembly.narrowed': 'people',
  'roles.handler_taken': 'people',
  'roles.handler_released': 'people',
  'roles.handed_over': 'people',
  'roles.role_claimed': 'people',
  'roles.hand_over_proposed': 'people',
  'roles.hand_over_dropped': 'people',
  'roles.vacancy_nudged': 'missed',
  'roles.tier_called': 'missed',
  'calls.made': 'people',
  'calls.unanswered': 'missed',
  'paging.called': 'people',
  'paging.delivered': 'people',
  'paging.answered': 'people',
  'paging.failed': 'missed',
  'updates.posted': 'updates',
  'updates.unchanged': 'updates',
  'updates.overdue': 'missed',
  'timekeeper.snoozed': 'updates',
  'todos.added': 'todos',
  'todos.done': 'todos',
}

/** What a fact is about. Only facts that stand on timelines differ. */
export const kindOfFact = ({ type }: Pick<Fact, 'type'>): EntryKind => kinds[type] ?? 'course'

/**
 * A page that only ends an alarm is no news, nor is an offer that something else has ended, which tells of itself. Of reminders one stands
 * there for all: that the update did not come, that nobody had taken the lead.
 */
export function isForTimeline(fact: TimelineFact): boolean {
  if (fact.type === 'updates.overdue') return fact.data.step === 1
  if (fact.type === 'roles.vacancy_nudged') return fact.data.isLast
  if (fact.type === 'roles.hand_over_dropped') return fact.data.how === 'declined' || fact.data.how === 'withdrawn'
  return (fact.type !== 'paging.delivered' && fact.type !== 'paging.failed') || fact.data.event === 'trigger'
}

/** Which facts a moment of the incident belongs to, by the names of the fields in `incident.times_edited`. */
const factOfField: Readonly<Record<string, FactType>> = {
  declared_at: 'incident.declared',
  handler_taken_at: 'roles.handler_taken',
  recovered_at: 'incident.recovered',
  completed_at: 'incident.completed',
}

/** When each of these facts was so, by their ids, where that is not when it was told; people put times right later. `facts` are in order. */
export function momentsOf(facts: readonly TimelineFact[]): Map<string, Date> {
  const moments = new Map<string, Date>()
  facts.forEach((fact, at) => {
    if (fact.type === 'incident.recovered') moments.set(fact.id, new Date(fact.data.recoveredAt))
    if (fact.type !== 'incident.times_edited') return
    for (const { field, to } of fact.data.changes) {
      const meant = facts.slice(0, at).findLast(({ type }: Fact) => type === factOfField[field])
      if (meant && to) moments.set(meant.id, new Date(to))
    }
  })
  return moments
}
