import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import { moment } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal, unchanged } from '../facts/index.ts'
import { doerOf, verb } from '../incident/index.ts'
import { lastUpdate, renewPromise } from './store.ts'

/** So much later the next update is promised. */
export const moreTimeMs = 30 * 60_000

/** Who says so again within this time has pressed twice. */
const freshMs = 20_000

/** Nothing has changed since the last update, says somebody: the promise of the next one is renewed, and everybody reads who said so. */
export const sayUnchanged = verb({
  name: 'no-change',
  input: z.strictObject({
    /** The promise that is meant, by its moment: a button long posted does nothing to a later one. Left out, the one that stands. */
    promised: moment.optional(),
  }),
  right: 'respond',
  async change({ tx, now, caller, incident }, { promised }) {
    if (incident.status !== 'responding') throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const last = await lastUpdate(tx, incident.id)
    if (!last?.nextAt) throw new Refusal('promise-none')
    if (promised && promised.getTime() !== last.nextAt.getTime()) throw new Refusal('promise-gone', {}, 'promised')
    if (last.unchanged && Math.abs(now.getTime() - last.unchanged.at.getTime()) < freshMs) return unchanged(undefined)
    if (last.nextAt > later(now, moreTimeMs)) throw new Refusal('promise-ahead', { when: last.nextAt.toISOString() })
    const nextAt = later(new Date(Math.max(last.nextAt.getTime(), now.getTime())), moreTimeMs)
    await renewPromise(tx, incident.id, last.n, { nextAt, at: now, by: doerOf(caller) })
    return {
      facts: [
        {
          subject: incidentSubject(incident.id),
          type: 'updates.unchanged',
          data: { n: last.n, promisedAt: last.nextAt.toISOString(), nextAt: nextAt.toISOString() },
        },
      ],
      result: undefined,
    }
  },
})
