import { dayIn, momentOn, plusDays, type Settings, whenAtWork, workingDayFrom } from '../settings/index.ts'

/** When somebody is reminded: the day after 復旧, the day before the due day, on it, and after it has passed. Stored with facts. */
export type Stage = 'after' | 'before' | 'due' | 'overdue'

export type Rung = { stage: Stage; at: Date }

/** Between two reminders after the due day, in days. */
const overdueEvery = 7

/** Later stages say more: of two on one day the later one stays. */
const stages: readonly Stage[] = ['after', 'before', 'due', 'overdue']

/**
 * The reminders of one postmortem, in time's order, at most one a day. They depend on nothing but the two days, so that a due
 * day that moves moves them, and the end of an outage finds where it stands.
 */
export function rungsOf(
  { recoveredAt, due }: { recoveredAt: Date; due: string },
  settings: Pick<Settings, 'timezone' | 'postmortem' | 'working_hours'>,
): Rung[] {
  const { timezone, postmortem } = settings
  const days = new Map<string, Stage>()
  const wanted: [Stage, string][] = [
    ['after', plusDays(dayIn(timezone, recoveredAt), 1)],
    ['before', plusDays(due, -1)],
    ['due', due],
    ...Array.from({ length: postmortem.overdue_reminders }, (_, n): [Stage, string] => [
      'overdue',
      plusDays(due, 1 + n * overdueEvery),
    ]),
  ]
  for (const [stage, calendarDay] of wanted) {
    // What falls on a day off waits for the next working day.
    const day = workingDayFrom(settings, calendarDay)
    // "The day after" is for those who have not begun: where the due day has come it has been said.
    if (stage === 'after' && day >= due) continue
    const before = days.get(day)
    if (!before || stages.indexOf(stage) > stages.indexOf(before)) days.set(day, stage)
  }
  return [...days]
    .map(([day, stage]) => ({ stage, at: whenAtWork(settings, momentOn(day, postmortem.remind_at, timezone)) }))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

/**
 * What is to be said now, and when to look again. Of several rungs that were missed only the last is said; undefined where
 * none has come since `from`.
 */
export function onLadder(
  rungs: readonly Rung[],
  from: Date,
  now: Date,
): { due: Rung | undefined; next: Rung | undefined } {
  return {
    due: rungs.findLast(({ at }) => at > from && at <= now),
    next: rungs.find(({ at }) => at > now),
  }
}
