import type { Locale } from '../../../kit/i18n/index.ts'
import type { World } from '../../facts/index.ts'
import { type Desk, hasTurn, makeProse, type Purpose } from '../../models/index.ts'
import type { Material } from '../material.ts'
import { materialOf } from '../material-of.ts'
import { isSwitchedOff } from '../store.ts'
import { type DraftPurpose, draftAsked } from './drafts-in-prose.ts'
import { askedOf, newsIn } from './prose-of.ts'

type Order = { incidentId: string; purpose: Purpose; language: Locale; askedBy: string | null; since: string | null }

/** Asks a model for a text from how everything stands now; it is kept where people look next. */
export async function askForProse(
  world: World,
  desk: Desk,
  { incidentId, purpose, language, askedBy, since: after }: Order,
  signal: AbortSignal,
): Promise<void> {
  // Whoever asked first is named; the others look at the same text.
  if (!(await mayPrepare(world, desk, purpose, JSON.stringify([incidentId, purpose, language, after])))) return
  const material = await materialToSend(world, incidentId)
  if (!material) return
  const since = after === null ? null : new Date(after)
  await makeProse(world, desk, askedOf({ purpose, material, since, language, askedBy }), signal)
}

/** Asks a model for what a form proposes. Whether there is anything to propose now; nobody is asked where nobody has said anything. */
export async function askForDraft(
  world: World,
  desk: Desk,
  { incidentId, purpose, language, askedBy }: Omit<Order, 'since' | 'purpose'> & { purpose: DraftPurpose },
  signal: AbortSignal,
): Promise<boolean> {
  // Each open form waits for its own.
  if (!(await mayPrepare(world, desk, purpose, null))) return false
  const material = await materialToSend(world, incidentId)
  if (!material) return false
  const asked = draftAsked(purpose, material, language, askedBy)
  const question = askedOf(asked)
  const isNothing =
    purpose === 'draft-letter' ? question.evidence.length === 0 : newsIn(material, asked.since).lines.length === 0
  return !isNothing && (await makeProse(world, desk, question, signal)) !== undefined
}

const mayPrepare = (world: World, desk: Desk, purpose: Purpose, alike: string | null): Promise<boolean> =>
  hasTurn({ settings: world.settings().assistant.models, clock: world.clock }, desk, purpose, alike)

/** What may be sent of an incident; undefined where the assistant is off. */
async function materialToSend(world: World, incidentId: string): Promise<Material | undefined> {
  const settings = world.settings()
  if (!settings.assistant.enabled || (await isSwitchedOff(world.db.read, incidentId))) return undefined
  return materialOf(world.db.read, settings, incidentId, world.clock.now())
}
