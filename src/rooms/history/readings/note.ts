import { later } from '../../../kit/clock.ts'
import type { World } from '../../facts/index.ts'
import { hourMs, type Reading, sittingMs } from './reading.ts'
import { addReadings, hasReadSince } from './store.ts'

/**
 * Keeps that somebody has read private incidents, once an hour. `isRefresh`: an open page was read again by itself, which counts only where
 * nobody had opened it these hours: a browser that always says so hides nothing.
 */
export async function noteReading(
  world: World,
  incidentIds: readonly string[],
  reading: Omit<Reading, 'at'>,
  { isRefresh }: { isRefresh: boolean },
): Promise<void> {
  const [first] = incidentIds
  if (first === undefined) return
  const now = world.clock.now()
  if (isRefresh && (await hasReadSince(world.db.read, first, reading, later(now, -sittingMs)))) return
  const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs)
  await world.db.transaction((tx) => addReadings(tx, incidentIds, { ...reading, at: now }, hour))
}
