import { setTimer } from '../../kit/timers/index.ts'
import { incidentOf } from '../channel/index.ts'
import type { Effects, Fact, KeepTimer } from '../facts/index.ts'
import { incidentById } from '../incident/index.ts'
import type { Settings } from '../settings/index.ts'
import { endOffers, keepReminding } from './end-offers.ts'
import { roleHolders } from './store.ts'
import { type Called, nextCall, type VacancyProgress, vacancyTimer } from './vacancy.ts'

/**
 * From the declaration on nobody leads, until somebody says that they do. The calling begins again whenever the lead becomes
 * vacant and at 再開; it ends with a handler and with the response. Whether somebody leads is looked at when it is due.
 */
export const effects: Effects = (fact, settings) => {
  const { subject, at } = fact
  switch (fact.type) {
    case 'incident.declared':
      return calling(fact, { since: at, nudged: 0, tiers: 0 }, fact.data, settings)
    case 'incident.reopened':
      return [{ do: 'keep-timer', keep: callIfVacant(fact) }]
    case 'roles.handler_released':
      // The reminders are the same for every incident; what else it needs is looked up when it is due.
      return calling(fact, { since: at, nudged: 0, tiers: 0 }, { service: '', visibility: 'public' }, settings)
    case 'roles.vacancy_nudged':
      return calling(fact, { since: new Date(fact.data.since), nudged: fact.data.n, tiers: 0 }, fact.data, settings)
    case 'roles.tier_called': {
      const progress = {
        since: new Date(fact.data.since),
        nudged: settings.timekeeper.vacancy.length,
        tiers: fact.data.tier,
      }
      return calling(fact, progress, fact.data, settings)
    }
    case 'roles.hand_over_proposed':
    case 'roles.hand_over_dropped':
    case 'roles.role_claimed':
      return [{ do: 'keep-timer', keep: keepReminding(subject) }]
    case 'roles.handler_taken':
    case 'roles.handed_over':
      return [
        { do: 'cancel-timer', subject, kind: vacancyTimer },
        { do: 'keep-timer', keep: keepReminding(subject) },
      ]
    case 'incident.recovered':
    case 'incident.completed':
    case 'incident.cancelled':
    case 'incident.merged':
      return [
        { do: 'cancel-timer', subject, kind: vacancyTimer },
        { do: 'keep-timer', keep: endOffers(subject) },
      ]
    default:
      return []
  }
}

/** Whoever led before 復旧 leads on after 再開. */
const callIfVacant =
  (fact: Fact): KeepTimer =>
  async (world, tx, now) => {
    const incident = await incidentById(tx, incidentOf(fact.subject) ?? '')
    if (!incident || (await roleHolders(tx, incident.id)).some(({ role }) => role === 'handler')) return
    const progress = { since: now, nudged: 0, tiers: 0 }
    for (const timer of calling(fact, progress, incident, world.settings())) await setTimer(tx, timer)
  }

function calling({ subject, at }: Fact, progress: VacancyProgress, called: Called, settings: Settings) {
  const dueAt = nextCall(progress, called, settings, at)
  return dueAt ? [{ do: 'set-timer' as const, subject, kind: vacancyTimer, dueAt, data: progress }] : []
}
