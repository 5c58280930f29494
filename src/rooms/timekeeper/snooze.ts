import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import { timerDue } from '../../kit/timers/index.ts'
import { wholeNumber, words } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { verb } from '../incident/index.ts'
import { lastUpdate, overdueTimer } from '../updates/index.ts'
import { checkpointTimer } from './timer.ts'

/** What can be made to wait, and the timer that brings it. */
export const reminders = { checkpoint: checkpointTimer, update: overdueTimer } as const
export type Reminder = keyof typeof reminders

/**
 * Makes one reminder wait: the next checkpoint, or the next step about an overdue update. Its rhythm stays as it was, and
 * what was promised stays promised.
 */
export const snooze = verb({
  name: 'snooze',
  input: z.strictObject({
    minutes: wholeNumber.pipe(
      z
        .int()
        .positive()
        .max(24 * 60),
    ),
    reason: words(300),
    /** Left out: the update's where its promised time has passed, else the checkpoint's. */
    reminder: z.enum(['checkpoint', 'update']).nullish(),
  }),
  right: 'respond',
  async change({ tx, now, incident }, wanted) {
    const subject = incidentSubject(incident.id)
    if (incident.status !== 'responding') throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const promised = (await lastUpdate(tx, incident.id))?.nextAt ?? null
    const isOverdue = promised !== null && promised <= now
    const isUpdate = (wanted.reminder ?? (isOverdue ? 'update' : 'checkpoint')) === 'update'
    const aboutUpdate = isUpdate ? await timerDue(tx, subject, overdueTimer) : undefined
    const reminder: Reminder = aboutUpdate ? 'update' : 'checkpoint'
    const due = aboutUpdate ?? (await timerDue(tx, subject, checkpointTimer))
    if (!due) throw new Refusal('snooze-nothing')
    const until = later(now, wanted.minutes * 60_000)
    if (due >= until) throw new Refusal('snooze-needless', { when: due.toISOString() }, 'minutes')
    return {
      facts: [
        { subject, type: 'timekeeper.snoozed', data: { reminder, until: until.toISOString(), reason: wanted.reason } },
      ],
      result: undefined,
    }
  },
})
