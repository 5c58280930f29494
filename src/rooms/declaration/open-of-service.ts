import { viewerOf } from '../access/index.ts'
import type { World } from '../facts/index.ts'
import { type Core, listPage, openStatuses } from '../reading/index.ts'

/** Enough to find one's own, few enough that the form stays short. */
const mostShown = 3

/** What is being handled of a service already, as far as this person may know of it. */
export async function openOfService(
  world: World,
  service: string | undefined,
  userId: string,
): Promise<readonly Core[]> {
  if (!service) return []
  const { read } = world.db
  const wanted = { services: [service], statuses: openStatuses }
  return (await listPage(read, await viewerOf(read, world.settings(), userId), wanted, { limit: mostShown })).cores
}
