import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import { timerDue } from '../../kit/timers/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { lastUpdate, overdueTimer } from '../updates/index.ts'
import { checkpointTimer } from './timer.ts'

/** What can be made to wait, and the timer that brings it. */
export const reminders = { checkpoint: checkpointTimer, update: overdueTimer } as const
export type Reminder = keyof typeof reminders

const snoozeInput = z.object({
  minutes: z
    .int()
    .positive()
    .max(24 * 60),
  reason: z.string().trim().min(1).max(300),
  /** Left out: the update's where its promised time has passed, else the checkpoint's. */
  reminder: z.enum(['checkpoint', 'update']).nullish().default(null),
})

/**
 * Makes one reminder wait: the next checkpoint, or the next step about an overdue update. Its rhythm stays as it was, and
 * what was promised stays promised.
 */
export async function snooze(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof snoozeInput>,
): Promise<void> {
  const wanted = snoozeInput.parse(input)
  const subject = incidentSubject(incidentId)
  await commit(world, actor, async (tx, now) => {
    const incident = await hold(tx, incidentId)
    if (incident.status !== 'responding') throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const promised = (await lastUpdate(tx, incidentId))?.nextAt ?? null
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
  })
}
