import { later } from '../../kit/clock.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal, unchanged } from '../facts/index.ts'
import { changeIncident, doerOf, isOpen, verb } from '../incident/index.ts'
import { insertUpdate, isSent, nextNumber } from './store.ts'
import { reportOf, updateInput } from './update.ts'

/**
 * Says how things stand. Of two people who say it at once both are kept, in order; a form sent twice says it once. What it says of
 * the customers becomes the incident's impact.
 */
export const postUpdate = verb({
  name: 'update',
  input: updateInput,
  right: 'respond',
  async change({ tx, now, caller, incident }, said) {
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    if (caller.viewId && (await isSent(tx, caller.viewId))) return unchanged(undefined)
    const n = await nextNumber(tx, incident.id)
    const impact = said.impact === undefined ? incident.impact : said.impact
    // After 復旧 nobody is owed another one.
    const promised = incident.status === 'responding' ? said.next_minutes : null
    const nextAt = promised === null ? null : later(now, promised * 60_000)
    const report = reportOf(n, incident.status)
    const { condition, action, need } = said
    await insertUpdate(tx, incident.id, {
      n,
      at: now,
      by: doerOf(caller),
      report,
      condition,
      action,
      need,
      impact,
      isSupportTold: said.support.length > 0,
      nextAt,
      viewId: caller.viewId ?? null,
    })
    if (impact !== incident.impact) await changeIncident(tx, incident.id, { impact })
    return {
      facts: [
        {
          subject: incidentSubject(incident.id),
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
  },
})
