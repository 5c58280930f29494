import type { Reader } from '../../../kit/db/index.ts'
import { hasRight } from '../../access/index.ts'
import { Refusal, type World } from '../../facts/index.ts'
import { type Asking, administers } from '../../tokens/index.ts'

/**
 * Refuses whoever may not read what was sent to models: those who administer the bot may, and the security office, where the settings name
 * one. A token must be made for it, and for all incidents.
 */
export async function mustReadLedger(world: World, reader: Reader, asking: Asking): Promise<void> {
  if (await administers(world, reader, asking)) return
  const { actor, bounds } = asking
  const settings = world.settings()
  const isWide = !bounds || ((bounds.rank === 'security' || bounds.rank === 'administrator') && !bounds.within)
  const isNamed = settings.access.security.length > 0 && actor.kind === 'person'
  if (isWide && isNamed && (await hasRight(reader, settings, actor.id, 'secure'))) return
  throw new Refusal('not-allowed')
}
