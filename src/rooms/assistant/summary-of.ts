import { createHash } from 'node:crypto'
import type { Tx } from '../../kit/db/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import { type Looker, mayRead } from '../access/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import type { Checked } from '../models/index.ts'
import { messagesHeld } from '../record/index.ts'
import { summarise } from './extract/summarise.ts'
import type { Material } from './material.ts'
import { materialOf } from './material-of.ts'
import { orderProse, type ProseAsked, proseOf } from './prose/prose-of.ts'
import { summaryInProse } from './prose/summary-in-prose.ts'
import type { Source, Summary } from './statement.ts'
import { type Kept, keptSummary, writeSummary } from './store.ts'
import { mustBeOn } from './switch.ts'

/** A summary, and whose words they are: quoted from the record, or a model's that were checked. */
export type Told = Kept & { by: 'record' | 'model' }

/**
 * The summary of an incident for somebody who may know of it: as it was made last, or made anew where something has been said or changed
 * since. Throws a `Refusal` for whoever may not know of it, and where the assistant is off.
 */
export async function summaryOf(world: World, incidentId: string, looker: Looker, language: Locale): Promise<Told> {
  const material = await readableMaterial(world, incidentId, looker)
  const asked: ProseAsked = { purpose: 'summary', material, since: null, language, askedBy: looker?.userId ?? null }
  const checked = await proseOf(world, asked)
  const prose = checked && modelSummary(checked, material, language)
  if (prose) return prose
  const quoted = await quotedSummary(world, incidentId, material, language)
  if (!checked) await orderProse(world, asked)
  return quoted
}

async function quotedSummary(world: World, incidentId: string, material: Material, language: Locale): Promise<Told> {
  const madeOf = fingerprint(material)
  const kept = await keptSummary(world.db.read, incidentId, language)
  if (kept?.madeOf === madeOf) return { ...kept, by: 'record' }
  const summary = summarise(material, language)
  const made = { summary, madeOf, madeAt: material.now }
  await world.db.transaction(async (tx) => {
    if (await stillStands(tx, incidentId, summary)) await writeSummary(tx, incidentId, language, made)
  })
  return { ...made, by: 'record' }
}

/** The same in a model's words that were checked; undefined where nothing is left of them. */
function modelSummary(checked: readonly Checked[], material: Material, language: Locale): Told | undefined {
  const summary = summaryInProse(checked, summarise(material, language), material, language)
  return summary && { summary, madeOf: fingerprint(material), madeAt: material.now, by: 'model' as const }
}

/** What the assistant reads, for somebody who may know of it. Throws a `Refusal` otherwise, and where the assistant is off. */
export async function readableMaterial(
  world: Pick<World, 'db' | 'settings' | 'clock'>,
  incidentId: string,
  looker: Looker,
): Promise<Material> {
  const { read } = world.db
  if (!(await mayRead(read, incidentId, looker))) throw new Refusal('incident-unknown')
  await mustBeOn(read, world.settings(), incidentId)
  const material = await materialOf(read, world.settings(), incidentId, world.clock.now())
  if (!material) throw new Refusal('incident-unknown')
  return material
}

/** What it was made from, told from anything else. The moment of the reading is no part of it. */
const fingerprint = ({ now: _, ...material }: Material): string =>
  createHash('sha256').update(JSON.stringify(material)).digest('base64url')

/** Every message that it rests on: two texts of one message count once. */
export function citedIn({ line, three, whole }: Summary): Map<string, Set<string>> {
  const cited = new Map<string, Set<string>>()
  for (const source of [line, ...three, ...whole].flatMap(({ sources }): readonly Source[] => sources)) {
    if (source.is !== 'message') continue
    cited.set(source.channelId, (cited.get(source.channelId) ?? new Set()).add(source.ts))
  }
  return cited
}

/** Whether all that it quotes stands there still. Until the transaction ends none of it is edited or deleted. */
async function stillStands(tx: Tx, incidentId: string, summary: Summary): Promise<boolean> {
  for (const [channelId, keys] of citedIn(summary)) {
    const held = await messagesHeld(tx, incidentId, channelId, [...keys])
    if (held.length < keys.size) return false
  }
  return true
}
