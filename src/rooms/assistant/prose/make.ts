import type { Locale } from '../../../kit/i18n/index.ts'
import type { World } from '../../facts/index.ts'
import { type Desk, makeProse, type Purpose } from '../../models/index.ts'
import { materialOf } from '../material-of.ts'
import { isSwitchedOff } from '../store.ts'
import { askedOf } from './prose-of.ts'

type Order = { incidentId: string; purpose: Purpose; language: Locale; askedBy: string | null; since: string | null }

/** Asks a model for a text from how everything stands now; it is kept where people look next. */
export async function askForProse(
  world: World,
  desk: Desk,
  { incidentId, purpose, language, askedBy, since: after }: Order,
  signal: AbortSignal,
): Promise<void> {
  const settings = world.settings()
  if (!settings.assistant.enabled || (await isSwitchedOff(world.db.read, incidentId))) return
  const material = await materialOf(world.db.read, settings, incidentId, world.clock.now())
  if (!material) return
  const since = after === null ? null : new Date(after)
  await makeProse(world, desk, askedOf({ purpose, material, since, language, askedBy }), signal)
}
