import { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { channelOf, incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { type Incident, isOpen } from './incident.ts'
import { hold, mustMove } from './move.ts'
import { otherIncident } from './proof.ts'
import { changeIncident } from './store.ts'
import { verb } from './verb.ts'

/**
 * 統合: it is part of another incident, and goes on there. Two that are merged into each other at once are held in one
 * order, so that one of the two wins and the other is refused.
 */
export const merge = verb({
  name: 'merge',
  input: z.strictObject({ into: otherIncident }),
  right: 'respond',
  besides: ({ into }) => [into],
  async change({ tx, incident }, { into }) {
    const { id } = incident
    if (id === into) throw new Refusal('merge-self', {}, 'into')
    mustMove(incident, 'merged')
    const target = await hold(tx, into)
    refuseUnlike(incident, target)
    await changeIncident(tx, id, { status: 'merged', mergedInto: into })
    const [own, other] = [await openChannelOf(tx, incident), await openChannelOf(tx, target)]
    return {
      facts: [
        { subject: incidentSubject(id), type: 'incident.merged', data: { into, channel: other } },
        { subject: incidentSubject(into), type: 'incident.absorbed', data: { from: id, channel: own } },
      ],
      result: undefined,
    }
  },
})

/** What is over leads nobody on; what is secret or real must not end in what is public or a drill, nor the other way. */
function refuseUnlike(incident: Incident, target: Incident): void {
  if (!isOpen(target)) throw new Refusal('merge-over', { from: target.status }, 'into')
  if (incident.visibility === 'private' && target.visibility === 'public')
    throw new Refusal('merge-reveals', {}, 'into')
  if ((incident.kind === 'real') !== (target.kind === 'real')) throw new Refusal('merge-unlike', {}, 'into')
}

/** The channel of an incident that everybody may know of. */
export const openChannelOf = async (tx: Tx, { id, visibility }: Incident): Promise<string | null> =>
  visibility === 'public' ? ((await channelOf(tx, id))?.channelId ?? null) : null
