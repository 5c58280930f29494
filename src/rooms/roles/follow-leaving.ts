import { incidentChannelById } from '../channel/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import { commit, type NewFact, person, unchanged, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import type { Leaving } from './facts.ts'
import { endHolding } from './release-role.ts'
import { everyHolder, incidentsOfHolder, roleHolders } from './store.ts'

/** Somebody is out of an incident's channel: what they held there is free again. Nothing happens the second time. */
export async function followLeft(world: World, channelId: string, userId: string): Promise<void> {
  const channel = await incidentChannelById(world.db.read, channelId)
  if (channel) await freeRoles(world, channel.incidentId, userId, 'left-channel')
}

/** Somebody's account was deactivated: they lead and do nothing any more, anywhere. */
export async function followDeactivation(world: World, userId: string): Promise<void> {
  for (const incidentId of await incidentsOfHolder(world.db.read, userId))
    await freeRoles(world, incidentId, userId, 'deactivated')
}

/** Whoever was deactivated while nobody listened: looked up after each reading of the workspace. */
export async function catchUpDeactivations(world: World): Promise<void> {
  const holders = await everyHolder(world.db.read)
  for (const { id, isDeactivated } of await peopleByAnyName(world.db.read, holders)) {
    if (isDeactivated) await followDeactivation(world, id)
  }
}

async function freeRoles(world: World, incidentId: string, userId: string, because: Leaving): Promise<void> {
  await commit(world, person(userId), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    // Once it is over, people go, and who led stays written where it is.
    if (!isOpen(incident)) return unchanged(undefined)
    const held = (await roleHolders(tx, incidentId)).filter((each) => each.userId === userId)
    const facts: NewFact[] = []
    for (const { role } of held)
      facts.push(...[(await endHolding(tx, incidentId, { role, userId, because }, now)) ?? []].flat())
    const [first, ...others] = facts
    return first ? { facts: [first, ...others], result: undefined } : unchanged(undefined)
  })
}
