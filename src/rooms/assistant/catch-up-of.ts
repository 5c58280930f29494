import type { Locale } from '../../kit/i18n/index.ts'
import { type Looker, viewerOf } from '../access/index.ts'
import type { World } from '../facts/index.ts'
import { saidAt } from '../record/index.ts'
import { catchUp } from './extract/summarise.ts'
import type { Line, Material } from './material.ts'
import { orderProse, proseOf } from './prose/prose-of.ts'
import { statementsOf } from './prose/summary-in-prose.ts'
import type { Source, Statement } from './statement.ts'
import { lookedAt, writeLook } from './store.ts'
import { readableMaterial } from './summary-of.ts'

/** What somebody has missed, and whether a model wrote it or the record is quoted. */
export type Missed = { statements: readonly Statement[]; by: 'record' | 'model' }

/** How an incident stands, for one person: the first three say it, the rest what happened since `since`, null where they never looked. */
export type CatchUp = Missed & {
  since: Date | null
  hasNews: boolean
  /** So many messages of other people since then: where none of them is quoted, nobody is told that it was quiet. */
  said: number
}

/**
 * Catches somebody up, from what the bot showed them last. Throws a `Refusal` for whoever may not know of the incident, and where
 * the assistant is off.
 */
export async function catchUpOf(world: World, incidentId: string, userId: string, language: Locale): Promise<CatchUp> {
  const looker = await viewerOf(world.db.read, world.settings(), userId)
  const since = await lookedAt(world.db.read, incidentId, userId)
  const material = await readableMaterial(world, incidentId, looker)
  const told = await missed(world, material, language, since, userId)
  const isSaid = ({ saidAt: at, author, byApp }: Line) => since !== null && at > since && author !== userId && !byApp
  const said = material.lines.filter(isSaid).length
  return { ...told, since, hasNews: told.statements.some((each) => isNew(each, since, material)), said }
}

/** Fewer new messages than these are read faster than a summary of them. */
const worthAsking = 8

/**
 * One sentence on how it stands, as the fields say it, and what somebody has missed: in a model's words where it was much and they are there
 * already, else quoted.
 */
async function missed(
  world: World,
  material: Material,
  language: Locale,
  since: Date | null,
  askedBy: string | null,
): Promise<Missed> {
  const quoted: Missed = { statements: catchUp(material, language, since), by: 'record' }
  const lines = material.lines.filter(({ saidAt: at }) => !since || at > since)
  if (lines.length < worthAsking) return quoted
  const asked = { purpose: 'catch-up', material, since, language, askedBy } as const
  const checked = await proseOf(world, asked)
  if (!checked) {
    await orderProse(world, asked)
    return quoted
  }
  const byWeight = [
    ...checked.filter(({ part }) => part !== 'whole'),
    ...checked.filter(({ part }) => part === 'whole'),
  ]
  const written = statementsOf(byWeight, material, language)
  return { statements: [...quoted.statements.slice(0, 1), ...written], by: 'model' }
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
): Promise<Missed> {
  return missed(world, await readableMaterial(world, incidentId, looker), language, since, looker?.userId ?? null)
}

/** Somebody was shown how an incident stands. That it could not be noted keeps nothing up. */
export async function noteLook(world: World, incidentId: string, userId: string): Promise<void> {
  try {
    await world.db.transaction((tx) => writeLook(tx, incidentId, userId, world.clock.now()))
  } catch (error) {
    world.log.warn({ err: error }, 'That somebody was caught up could not be noted')
  }
}
