import { hasRight } from '../../access/index.ts'
import type { World } from '../../facts/index.ts'
import { handlerOf, type Situation } from '../../situation/index.ts'

/** Whether somebody, who may know of it, may see who read a private incident: its handler, who declared it, and who secures what few may know. */
export async function maySeeReadings(world: World, situation: Situation, userId: string | undefined): Promise<boolean> {
  const { incident } = situation
  if (userId === undefined || incident.visibility !== 'private') return false
  if (userId === incident.declaredBy || userId === handlerOf(situation)) return true
  return hasRight(world.db.read, world.settings(), userId, 'secure')
}
