import type { Tx } from '../../kit/db/index.ts'
import { mustRead } from '../../kit/lenient.ts'
import { setTimer, type Timer } from '../../kit/timers/index.ts'
import { incidentOf } from '../channel/index.ts'
import { whoCanAct } from '../directory/index.ts'
import { clockwork, recordFacts, type World } from '../facts/index.ts'
import { hold, type Incident } from '../incident/index.ts'
import { audience, pagersFor, type Settings } from '../settings/index.ts'
import type { Vacancy } from './facts.ts'
import { roleHolders } from './store.ts'
import { callNow, loudness, nextCall, tiersOf, vacancyProgress, vacancyTimer } from './vacancy.ts'

/** More names than these in one message ring at too many desks at once. */
const mostNamed = 8

/**
 * Nobody has led for a while: the channel is reminded, and after the last reminder the next tier is called. Runs in the
 * transaction that takes the timer away; the fact sets it again. Nothing happens where somebody leads or it is over.
 */
export async function remindOfVacancy(world: World, tx: Tx, timer: Required<Timer>, now: Date): Promise<void> {
  const incidentId = incidentOf(timer.subject)
  if (!incidentId) return
  const incident = await hold(tx, incidentId)
  if (incident.status !== 'responding') return
  if ((await roleHolders(tx, incidentId)).some((each) => each.role === 'handler')) return
  const settings = world.settings()
  const progress = mustRead(vacancyProgress, timer.data)
  const { subject } = timer
  const { service, level, kind, visibility } = incident
  const vacancy: Vacancy = { since: progress.since.toISOString(), service, level, kind, visibility }
  const call = callNow(progress, settings, now)
  if (call.do === 'wait') {
    // The settings put the reminders off meanwhile.
    const dueAt = nextCall(progress, incident, settings, now)
    if (dueAt) await setTimer(tx, { subject, kind: vacancyTimer, dueAt, data: timer.data })
    return
  }
  if (call.do === 'nudge') {
    const allowed = wanted(incident, settings).channels.map((each) => each.mention)
    const { names, mention } = loudness({ ...call, nudged: progress.nudged }, allowed)
    const asked = names ? await firstResponders(tx, incident, settings) : []
    const mentioned = wereMentioned(incident, progress.since, settings)
    const people = asked.filter((each) => !mentioned || each === incident.declaredBy)
    const data = { ...vacancy, n: call.n, isLast: call.isLast, mention, people }
    return recordFacts(world, tx, clockwork, now, [{ subject, type: 'roles.vacancy_nudged', data }])
  }
  const names = tiersOf(incident, settings)[call.tier - 1]
  if (!names) return
  // A drill names nobody: they would come for nothing.
  const people = kind === 'real' ? await whoCanAct(tx, names) : []
  const data = {
    ...vacancy,
    tier: call.tier,
    names: [...names],
    people: people.slice(0, mostNamed),
    count: people.length,
  }
  await recordFacts(world, tx, clockwork, now, [{ subject, type: 'roles.tier_called', data }])
}

/**
 * Whether the first call (crew/first-call.ts) has mentioned whom the declaration called: all but who declared. It says nothing in a drill, or
 * where pagers ring; and nobody has been called since a handler left.
 */
const wereMentioned = (incident: Incident, since: Date, settings: Settings): boolean =>
  incident.kind === 'real' &&
  incident.declaredAt.getTime() === since.getTime() &&
  pagersFor(about(incident), settings, 'at-once').length === 0

const about = (incident: Incident) => ({
  ...incident,
  level: incident.level ?? undefined,
  urgency: incident.urgency ?? undefined,
})

const wanted = (incident: Incident, settings: Settings) => audience(about(incident), settings)

/** The service's first-response people; where those are not called, whomever the policy calls; else who declared. */
async function firstResponders(tx: Tx, incident: Incident, settings: Settings): Promise<string[]> {
  const own = settings.services[incident.service]?.first_response ?? []
  const isOrdinary = incident.kind === 'real' && incident.visibility === 'public'
  const { groups, people } = wanted(incident, settings)
  const found = await whoCanAct(tx, isOrdinary && own.length > 0 ? own : [...groups, ...people])
  return found.length > 0 ? found.slice(0, mostNamed) : [incident.declaredBy]
}
