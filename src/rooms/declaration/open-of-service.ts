import type { Reader } from '../../kit/db/index.ts'
import { knows } from '../assembly/index.ts'
import { openIncidentsOfService } from '../incident/index.ts'
import { type Situation, situationOf } from '../situation/index.ts'

/** Enough to find one's own, few enough that the form stays short. */
const mostShown = 3
/** Looked at, so that private ones that the person may not know of do not hide the rest. */
const mostLookedAt = 20

/** What is being handled of a service already, as far as this person may know of it. */
export async function openOfService(reader: Reader, service: string | undefined, userId: string): Promise<Situation[]> {
  const shown: Situation[] = []
  if (!service) return shown
  for (const { id } of await openIncidentsOfService(reader, service, mostLookedAt)) {
    if (shown.length === mostShown) break
    const situation = await situationOf(reader, id)
    if (situation && knows(situation, userId)) shown.push(situation)
  }
  return shown
}
