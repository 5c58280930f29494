import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { setTimer } from '../../kit/timers/index.ts'
import { incidentOf } from '../channel/index.ts'
import { clockwork, type KeepTimer, recordFacts, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { roleHolders } from '../roles/index.ts'
import { isAtWork, leadOf, nextReminding, whenAtWork } from '../settings/index.ts'
import { gapsTimer, hasGaps } from './action.ts'
import { actionsOf } from './store.ts'
import { reachable } from './whom.ts'

const hourMs = 3_600_000
/** Whoever has just brought it to an end settles much by themselves first. */
const restAfterRecoveryMs = 12 * hourMs
const againMs = 6 * 24 * hourMs

/** What was left while people responded is asked about from 復旧 on. */
export const keepAskingAboutGaps =
  (subject: string): KeepTimer =>
  async (world, tx, now) => {
    const items = await actionsOf(tx, incidentOf(subject) ?? '')
    if (items.some(hasGaps))
      await setTimer(tx, { subject, kind: gapsTimer, dueAt: nextReminding(world.settings(), now) })
  }

/**
 * Items without owner or date are left: whoever writes the postmortem is asked to decide, once a week and about all at once;
 * where nobody does, whoever leads, else the service's lead, else whoever declared it.
 */
export async function askAboutGaps(world: World, tx: Tx, subject: string, now: Date): Promise<void> {
  const incidentId = incidentOf(subject)
  if (!incidentId) return
  const incident = await hold(tx, incidentId)
  // 復旧 sets the timer again; a cancelled or merged one is followed up by nobody, or elsewhere.
  if (incident.status !== 'recovered' && incident.status !== 'completed') return
  const gaps = (await actionsOf(tx, incidentId)).filter(hasGaps)
  if (gaps.length === 0) return
  const settings = world.settings()
  if (!isAtWork(settings, now)) return setTimer(tx, { subject, kind: gapsTimer, dueAt: whenAtWork(settings, now) })
  const rests = incident.recoveredAt && later(incident.recoveredAt, restAfterRecoveryMs) > now
  const again = nextReminding(settings, rests ? now : later(now, againMs))
  await setTimer(tx, { subject, kind: gapsTimer, dueAt: again })
  if (rests) return
  const handler = (await roleHolders(tx, incidentId)).find(({ role }) => role === 'handler')?.userId
  for (const name of [incident.postmortemOwner, handler, leadOf(settings, incident.service), incident.declaredBy]) {
    const to = await reachable(tx, settings, incidentId, [name])
    if (to.length === 0) continue
    await recordFacts(world, tx, clockwork, now, [
      { subject, type: 'actions.gaps_asked', data: { to, count: gaps.length } },
    ])
    return
  }
}
