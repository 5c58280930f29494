import { incidentSubject } from '../../channel/index.ts'
import { commit, person, Refusal, unchanged, type World } from '../../facts/index.ts'
import { hold } from '../../incident/index.ts'
import { addSource } from '../marks/store.ts'
import type { Place } from '../record.ts'
import { messageAt } from '../store.ts'
import { addRefusal } from './store.ts'

/** A proposed moment belongs on the timeline: from now on it is a mark like others. Twice is once. */
export async function acceptProposal(world: World, by: string, incidentId: string, place: Place): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    const message = await messageAt(tx, incidentId, place)
    if (!message?.conversation || message.deletedAt) throw new Refusal('moment-gone')
    const source = { incidentId, ...place, kind: 'timeline' as const, via: 'proposal' as const, by }
    if (!(await addSource(tx, source, now))) return unchanged(undefined)
    const data = { channel: place.channelId, ts: place.ts, kind: 'timeline', via: 'proposal', by }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'record.marked', data }], result: undefined }
  })
}

/** A proposed moment is none: it is not proposed again, to nobody. */
export async function refuseProposal(world: World, by: string, incidentId: string, place: Place): Promise<void> {
  await commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    const message = await messageAt(tx, incidentId, place)
    if (!message?.conversation || message.deletedAt) throw new Refusal('moment-gone')
    if (!(await addRefusal(tx, incidentId, place, by, now))) return unchanged(undefined)
    const data = { channel: place.channelId, ts: place.ts, by }
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'record.proposal_refused', data }],
      result: undefined,
    }
  })
}
