import type { Tx } from '../../../kit/db/index.ts'
import type { Timer } from '../../../kit/timers/index.ts'
import { assembledChannels } from '../../assembly/index.ts'
import { channelOf, channelsWithin, incidentOf } from '../../channel/index.ts'
import type { World } from '../../facts/index.ts'
import { incidentById, isOpen } from '../../incident/index.ts'
import { repairJob } from '../jobs.ts'
import { mayKeep } from '../may-keep.ts'
import type { RepairPlace } from './repair.ts'
import { wantRun } from './store.ts'

/** More channels than this are not read again at a start: the newest go first, and a company this size archives. */
const mostAtStart = 300

/** Something may have been missed: the incident's channel and the threads that were linked to it are read again. */
export async function repairInTime(world: World, tx: Tx, { subject, data }: Timer, now: Date): Promise<void> {
  const incidentId = incidentOf(subject)
  const thorough = typeof data === 'object' && data !== null && 'thorough' in data && data.thorough === true
  if (incidentId) await want(world, tx, incidentId, thorough, now)
}

/** Nobody listened while the bot was down: every channel that it is in is read again, in small steps behind all else. */
export async function repairAtStart(world: World): Promise<void> {
  const channels = await channelsWithin(world.db.read, mostAtStart)
  for (const { incidentId } of channels) {
    await world.db.transaction((tx) => want(world, tx, incidentId, false, world.clock.now()))
  }
}

async function want(world: World, tx: Tx, incidentId: string, thorough: boolean, now: Date): Promise<void> {
  const channel = await channelOf(tx, incidentId)
  const own = channel?.channelId && !channel.archivedAt && !channel.leftAt ? channel.channelId : null
  const incident = await incidentById(tx, incidentId)
  const places = incident && isOpen(incident) ? await assembledChannels(tx, incidentId) : []
  const linked = []
  for (const place of places.filter(({ silentSince }) => !silentSince))
    if (incident && (await mayKeep(tx, incident, place.channelId))) linked.push(place)
  const wanted: RepairPlace[] = [
    ...(own ? [{ incidentId, channelId: own, threadTs: null }] : []),
    ...linked.flatMap(({ channelId, threadTs }) => (threadTs ? [{ incidentId, channelId, threadTs }] : [])),
  ]
  for (const place of wanted) {
    await wantRun(tx, place, thorough, now)
    await world.jobs.enqueue(tx, repairJob, place)
  }
}
