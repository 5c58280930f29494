import type { Locale } from '../../../kit/i18n/index.ts'
import type { World } from '../../facts/index.ts'
import { type Checked, isModelFor, keptProse, lastProse } from '../../models/index.ts'
import type { LetterProse } from '../extract/letters.ts'
import type { Material } from '../material.ts'
import { type ActionProposal, type GapProposals, proposedGaps, type Statement, type UpdateDraft } from '../statement.ts'
import { isForCustomers } from './for-customers.ts'
import { askedOf } from './prose-of.ts'
import { statementsOf } from './summary-in-prose.ts'

/** What a model is asked for that stands in a form, and there alone. */
export const draftPurposes = ['draft-update', 'draft-gaps', 'draft-actions', 'draft-letter'] as const
export type DraftPurpose = (typeof draftPurposes)[number]

/** What a draft is asked for, of all that is known. */
export const draftAsked = (purpose: DraftPurpose, material: Material, language: Locale, askedBy: string | null) => ({
  purpose,
  material,
  since: purpose === 'draft-update' ? (material.updates.at(-1)?.at ?? null) : null,
  language,
  askedBy,
})

/** The sentences that a model proposed last, of which all stands still that they rest on; none where there are none, or no model. Asks nobody. */
async function proposedIn(world: World, purpose: DraftPurpose, material: Material, language: Locale) {
  const isFor = isModelFor(world.settings().assistant.models, purpose, material.incident.visibility)
  const asked = askedOf(draftAsked(purpose, material, language, null))
  return (isFor && (await lastProse(world, world.db.read, asked))) || []
}

/** A checked sentence as what a form proposes; undefined where what it rests on is gone. */
function proposalOf(checked: Checked, material: Material, language: Locale): Statement | undefined {
  const [statement] = statementsOf([checked], material, language)
  return statement && { ...statement, standing: 'proposed' }
}

/** A model's draft of the next update; null where there is none. */
export async function updateInProse(world: World, material: Material, language: Locale): Promise<UpdateDraft | null> {
  const found = await proposedIn(world, 'draft-update', material, language)
  const of = (field: keyof UpdateDraft): Statement | null => {
    const checked = found.find(({ part }) => part === field)
    return (checked && proposalOf(checked, material, language)) ?? null
  }
  const draft = { condition: of('condition'), action: of('action'), need: of('need'), impact: of('impact') }
  return Object.values(draft).some((each) => each !== null) ? draft : null
}

/** What a model proposes for the sections of a postmortem. */
export async function gapsInProse(world: World, material: Material, language: Locale): Promise<GapProposals> {
  const found = await proposedIn(world, 'draft-gaps', material, language)
  const byGap = proposedGaps.map((gap) => {
    const proposals = found.flatMap((each) => (each.part === gap ? (proposalOf(each, material, language) ?? []) : []))
    return [gap, proposals] as const
  })
  return Object.fromEntries(byGap.filter(([, proposals]) => proposals.length > 0))
}

/** What a model proposes to do about it. Whose it is to do, it never says. */
export async function actionsInProse(world: World, material: Material, language: Locale): Promise<ActionProposal[]> {
  const found = await proposedIn(world, 'draft-actions', material, language)
  return found.flatMap((each) => {
    const proposal = proposalOf(each, material, language)
    return proposal ? [{ ...proposal, owner: null }] : []
  })
}

/**
 * What a model wrote for a letter to customers, from exactly what stands written for them now; null where there is none. What it assumed,
 * and what is not in the register of a letter, is left out.
 */
export async function letterInProse(world: World, material: Material, language: Locale): Promise<LetterProse | null> {
  const purpose = 'draft-letter'
  if (!isModelFor(world.settings().assistant.models, purpose, material.incident.visibility)) return null
  const kept = await keptProse(world, world.db.read, askedOf(draftAsked(purpose, material, language, null)))
  const fit = (kept ?? []).filter(({ standing, words }) => standing === 'fact' && isForCustomers(words, language))
  const of = (part: keyof LetterProse) => fit.find((each) => each.part === part)?.words ?? null
  const written = { impact: of('impact'), note: of('note') }
  return written.impact || written.note ? written : null
}
