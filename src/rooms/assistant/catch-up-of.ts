import type { Locale } from '../../kit/i18n/index.ts'
import { type Looker, viewerOf } from '../access/index.ts'
import type { World } from '../facts/index.ts'
import { saidAt } from '../record/index.ts'
import { catchUp } from './extract/summarise.ts'
import type { Material } from './material.ts'
import type { Source, Statement } from './statement.ts'
import { lookedAt, writeLook } from './store.ts'
import { readableMaterial } from './summary-of.ts'

/** How an incident stands, for one person: the first three say it, the rest what happened since `since`, null where they never looked. */
export type CatchUp = { statements: readonly Statement[]; since: Date | null; hasNews: boolean }

/**
 * Catches somebody up, from what the bot showed them last. Throws a `Refusal` for whoever may not know of the incident, and where
 * the assistant is off.
 */
export async function catchUpOf(world: World, incidentId: string, userId: string, language: Locale): Promise<CatchUp> {
  const looker = await viewerOf(world.db.read, world.settings(), userId)
  const since = await lookedAt(world.db.read, incidentId, userId)
  const material = await readableMaterial(world, incidentId, looker)
  const statements = catchUp(material, language, since)
  return { statements, since, hasNews: statements.some((each) => isNew(each, since, material)) }
}

/** Whether a sentence rests on something that was said or sent after a moment. */
function isNew({ sources }: Statement, since: Date | null, { updates }: Material): boolean {
  if (!since) return true
  const momentOf = (source: Source): Date | undefined => {
    if (source.is === 'message') return saidAt(source.ts)
    return source.is === 'update' ? updates.find(({ n }) => n === source.n)?.at : undefined
  }
  return sources.some((source) => (momentOf(source) ?? since) > since)
}

/** The same from a moment that somebody names; all of it where they name none. */
export async function catchUpSince(
  world: World,
  incidentId: string,
  looker: Looker,
  language: Locale,
  since: Date | null,
): Promise<readonly Statement[]> {
  return catchUp(await readableMaterial(world, incidentId, looker), language, since)
}

/** Somebody was shown how an incident stands. That it could not be noted keeps nothing up. */
export async function noteLook(world: World, incidentId: string, userId: string): Promise<void> {
  try {
    await world.db.transaction((tx) => writeLook(tx, incidentId, userId, world.clock.now()))
  } catch (error) {
    world.log.warn({ err: error }, 'That somebody was caught up could not be noted')
  }
}
