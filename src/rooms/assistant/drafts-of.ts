import { createHash } from 'node:crypto'
import type { Locale } from '../../kit/i18n/index.ts'
import { type Looker, viewerOf } from '../access/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { draftUpdate, proposeActions } from './extract/drafts.ts'
import { proposeGaps } from './extract/gaps/propose.ts'
import { type LetterProse, noticeFor, reportFor } from './extract/letters.ts'
import type { Labels } from './labels/labels.ts'
import { labelsFor } from './labels/labels-of.ts'
import type { Material } from './material.ts'
import { actionsInProse, gapsInProse, letterInProse, updateInProse } from './prose/drafts-in-prose.ts'
import {
  type ActionProposal,
  type GapProposal,
  type GapProposals,
  type Letter,
  type ProposedGap,
  proposedGaps,
  type UpdateDraft,
} from './statement.ts'
import { dismissedOf } from './store.ts'
import { readableMaterial } from './summary-of.ts'

/** What is written for customers: the reports of an incident in their order, and the account of it afterwards. */
export const letterKinds = ['first', 'next', 'last', 'report'] as const
export type LetterKind = (typeof letterKinds)[number]

/** All that is proposed for an incident, for somebody who may know of it. */
export type Drafts = {
  update: UpdateDraft
  gaps: GapProposals
  actions: readonly ActionProposal[]
  labels: Labels
  letters: Readonly<Record<LetterKind, Letter>>
}

/** By this a button names a proposal: its words are not carried about, and one whose message is gone is gone. */
export const proposalKey = ({ words }: { words: string }): string =>
  createHash('sha256').update(words).digest('base64url').slice(0, 16)

const viewing = (world: World, userId: string): Promise<Looker> => viewerOf(world.db.read, world.settings(), userId)

export function letterOf(material: Material, kind: LetterKind, language: Locale, prose?: LetterProse): Letter {
  if (kind === 'report') return reportFor(material, language, prose)
  return noticeFor(material, kind === 'first' ? 'first' : kind === 'next' ? 'follow_up' : 'final', language, prose)
}

/** Throws a `Refusal` for whoever may not know of the incident, and where the assistant is off; as all of these do. */
export async function draftsOf(world: World, incidentId: string, looker: Looker, language: Locale): Promise<Drafts> {
  const material = await readableMaterial(world, incidentId, looker)
  const dismissed = await dismissedOf(world.db.read, incidentId)
  return {
    update: draftUpdate(material),
    gaps: await gapsIn(world, material, language),
    actions: await actionsIn(world, material, language, dismissed),
    labels: await labelsFor(world.db.read, world, incidentId, looker),
    letters: {
      first: letterOf(material, 'first', language),
      next: letterOf(material, 'next', language),
      last: letterOf(material, 'last', language),
      report: letterOf(material, 'report', language),
    },
  }
}

/** What somebody's next update could say: quoted from the conversation, and as a model wrote it, where that is there. */
export async function updateDraftFor(
  world: World,
  incidentId: string,
  userId: string,
  language: Locale,
): Promise<{ quoted: UpdateDraft; written: UpdateDraft | null }> {
  const material = await readableMaterial(world, incidentId, await viewing(world, userId))
  return { quoted: draftUpdate(material), written: await updateInProse(world, material, language) }
}

export const gapProposalsFor = async (
  world: World,
  incidentId: string,
  userId: string,
  language: Locale,
): Promise<GapProposals> =>
  gapsIn(world, await readableMaterial(world, incidentId, await viewing(world, userId)), language)

/** A model's sentence first, where there is one; somebody's own words after it. */
async function gapsIn(world: World, material: Material, language: Locale): Promise<GapProposals> {
  const [quoted, written] = [proposeGaps(material), await gapsInProse(world, material, language)]
  return Object.fromEntries(
    proposedGaps.flatMap((gap) => {
      const all = [...(written[gap] ?? []), ...(quoted[gap] ?? [])]
      return all.length > 0 ? [[gap, all]] : []
    }),
  )
}

/** The proposal that a button names. Throws a `Refusal` where it is gone, as when its message was deleted. */
export async function gapProposalNamed(
  world: World,
  { incidentId, userId, gap, key }: { incidentId: string; userId: string; gap: ProposedGap; key: string },
  language: Locale,
): Promise<GapProposal> {
  const found = (await gapProposalsFor(world, incidentId, userId, language))[gap]?.find(
    (each) => proposalKey(each) === key,
  )
  if (!found) throw new Refusal('proposal-gone')
  return found
}

/** What people asked for that stands on no list, but for what was put away. */
export async function actionProposalsFor(
  world: World,
  incidentId: string,
  userId: string,
  language: Locale,
): Promise<readonly ActionProposal[]> {
  const material = await readableMaterial(world, incidentId, await viewing(world, userId))
  return actionsIn(world, material, language, await dismissedOf(world.db.read, incidentId))
}

/** Somebody's own words first: a model often proposes the same in others. */
async function actionsIn(world: World, material: Material, language: Locale, dismissed: ReadonlySet<string>) {
  const quoted = proposeActions(material)
  const heard = new Set(quoted.flatMap(({ sources }) => sources.map((each) => JSON.stringify(each))))
  const written = await actionsInProse(world, material, language)
  // What rests on a message that is quoted already says the same again.
  const others = written.filter(({ sources }) => !sources.some((each) => heard.has(JSON.stringify(each))))
  return [...quoted, ...others].filter((each) => !dismissed.has(`action:${proposalKey(each)}`))
}

export async function actionProposalNamed(
  world: World,
  { incidentId, userId, key }: { incidentId: string; userId: string; key: string },
  language: Locale,
): Promise<ActionProposal> {
  const found = (await actionProposalsFor(world, incidentId, userId, language)).find(
    (each) => proposalKey(each) === key,
  )
  if (!found) throw new Refusal('proposal-gone')
  return found
}

/** A letter from what was written for customers, and the same with a model's sentences in it, where these are there. */
export type LetterDraft = { quoted: Letter; written: { letter: Letter; prose: LetterProse } | null }

export async function letterFor(
  world: World,
  { incidentId, userId, kind }: { incidentId: string; userId: string; kind: LetterKind },
  language: Locale,
): Promise<LetterDraft> {
  const material = await readableMaterial(world, incidentId, await viewing(world, userId))
  const prose = await letterInProse(world, material, language)
  const letter = prose && letterOf(material, kind, language, prose)
  return { quoted: letterOf(material, kind, language), written: prose && letter && { letter, prose } }
}
