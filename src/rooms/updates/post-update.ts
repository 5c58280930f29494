import { later } from '../../kit/clock.ts'
import { incidentSubject } from '../channel/index.ts'
import { commit, person, Refusal, unchanged, type World } from '../facts/index.ts'
import { changeIncident, hold, isOpen } from '../incident/index.ts'
import { insertUpdate, isSent, nextNumber } from './store.ts'
import { reportOf, type UpdateInput, updateInput } from './update.ts'

/** Who says it. `viewId` is the form's: sent twice, it says it once. */
export type UpdateOrigin = { by: string; viewId: string | null }

/**
 * Says how things stand. Of two people who say it at once both are kept, in order. What it says of the customers
 * becomes the incident's impact.
 */
export async function postUpdate(
  world: World,
  origin: UpdateOrigin,
  incidentId: string,
  input: UpdateInput,
): Promise<void> {
  const said = updateInput.parse(input)
  await commit(world, person(origin.by), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    if (origin.viewId && (await isSent(tx, origin.viewId))) return unchanged(undefined)
    const n = await nextNumber(tx, incidentId)
    const impact = said.impact === undefined ? incident.impact : said.impact
    // After 復旧 nobody is owed another one.
    const promised = incident.status === 'responding' ? said.nextMinutes : null
    const nextAt = promised === null ? null : later(now, promised * 60_000)
    const report = reportOf(n, incident.status)
    const { condition, action, need, isSupportTold } = said
    await insertUpdate(tx, incidentId, {
      n,
      at: now,
      by: origin.by,
      report,
      condition,
      action,
      need,
      impact,
      isSupportTold,
      nextAt,
      viewId: origin.viewId,
    })
    if (impact !== incident.impact) await changeIncident(tx, incidentId, { impact })
    return {
      facts: [
        {
          subject: incidentSubject(incidentId),
          type: 'updates.posted',
          data: {
            n,
            report,
            condition,
            action,
            need,
            impact,
            impactBefore: incident.impact,
            nextAt: nextAt?.toISOString() ?? null,
          },
        },
      ],
      result: undefined,
    }
  })
}
