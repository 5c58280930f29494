import { viewerOf } from '../access/index.ts'
import { sees } from '../assembly/index.ts'
import type { World } from '../facts/index.ts'
import { openIncidentsOfService } from '../incident/index.ts'
import { type Situation, situationOf } from '../situation/index.ts'

/** Enough to find one's own, few enough that the form stays short. */
const mostShown = 3
/** Looked at, so that private ones that the person may not know of do not hide the rest. */
const mostLookedAt = 20

/** What is being handled of a service already, as far as this person may know of it. */
export async function openOfService(world: World, service: string | undefined, userId: string): Promise<Situation[]> {
  const shown: Situation[] = []
  if (!service) return shown
  const reader = world.db.read
  const viewer = await viewerOf(reader, world.settings(), userId)
  for (const { id } of await openIncidentsOfService(reader, service, mostLookedAt)) {
    if (shown.length === mostShown) break
    const situation = await situationOf(reader, id)
    if (situation && sees(situation, viewer)) shown.push(situation)
  }
  return shown
}
