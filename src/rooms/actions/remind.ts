import type { Tx } from '../../kit/db/index.ts'
import { setTimer } from '../../kit/timers/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { isAtWork, leadOf, remindersOf, whenAtWork } from '../settings/index.ts'
import { actionOf, remindTimer } from './action.ts'
import { actionById } from './store.ts'
import { reachable } from './whom.ts'

/**
 * The day of an item is near or past: its owner is reminded, and with the last reminder the service's lead as well. After an
 * outage only the newest of the missed ones goes out.
 */
export async function remindOfAction(world: World, tx: Tx, subject: string, now: Date): Promise<void> {
  const found = await actionById(tx, actionOf(subject) ?? '')
  if (!found) return
  const incident = await hold(tx, found.incidentId)
  const item = await actionById(tx, found.id)
  if (item?.state !== 'open' || !item.dueOn) return
  const reminders = remindersOf(item.dueOn, world.settings())
  const due = reminders.findLast(({ at }) => at <= now)
  const next = reminders.find(({ at }) => at > now)
  const settings = world.settings()
  if (due && !isAtWork(settings, now))
    return setTimer(tx, { subject, kind: remindTimer, dueAt: whenAtWork(settings, now) })
  if (next) await setTimer(tx, { subject, kind: remindTimer, dueAt: next.at })
  if (!due) return
  const isLast = !next && due.shift > 0
  const owner = item.owner
  const [there] = await reachable(tx, settings, incident.id, [owner])
  const lead = isLast || !there ? await reachable(tx, settings, incident.id, [leadOf(settings, incident.service)]) : []
  await recordFacts(world, tx, clockwork, now, [
    {
      subject: incidentSubject(incident.id),
      type: 'actions.reminded',
      data: {
        id: item.id,
        n: item.n,
        shift: due.shift,
        dueOn: item.dueOn,
        owner,
        lead: lead.filter((id) => id !== owner),
      },
    },
  ])
}
