import { createHash } from 'node:crypto'
import type { Locale } from '../../kit/i18n/index.ts'
import { type Looker, viewerOf } from '../access/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { draftUpdate, proposeActions } from './extract/drafts.ts'
import { proposeGaps } from './extract/gaps/propose.ts'
import { noticeFor, reportFor } from './extract/letters.ts'
import type { Material } from './material.ts'
import type { ActionProposal, GapProposal, GapProposals, Letter, ProposedGap, UpdateDraft } from './statement.ts'
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
  letters: Readonly<Record<LetterKind, Letter>>
}

/** By this a button names a proposal: its words are not carried about, and one whose message is gone is gone. */
export const proposalKey = ({ words }: { words: string }): string =>
  createHash('sha256').update(words).digest('base64url').slice(0, 16)

const viewing = (world: World, userId: string): Promise<Looker> => viewerOf(world.db.read, world.settings(), userId)

export function letterOf(material: Material, kind: LetterKind, language: Locale): Letter {
  if (kind === 'report') return reportFor(material, language)
  return noticeFor(material, kind === 'first' ? 'first' : kind === 'next' ? 'follow_up' : 'final', language)
}

/** Throws a `Refusal` for whoever may not know of the incident, and where the assistant is off; as all of these do. */
export async function draftsOf(world: World, incidentId: string, looker: Looker, language: Locale): Promise<Drafts> {
  const material = await readableMaterial(world, incidentId, looker)
  const dismissed = await dismissedOf(world.db.read, incidentId)
  return {
    update: draftUpdate(material),
    gaps: proposeGaps(material),
    actions: proposeActions(material).filter((each) => !dismissed.has(`action:${proposalKey(each)}`)),
    letters: {
      first: letterOf(material, 'first', language),
      next: letterOf(material, 'next', language),
      last: letterOf(material, 'last', language),
      report: letterOf(material, 'report', language),
    },
  }
}

/** What somebody's next update could say. */
export const updateDraftFor = async (world: World, incidentId: string, userId: string): Promise<UpdateDraft> =>
  draftUpdate(await readableMaterial(world, incidentId, await viewing(world, userId)))

export const gapProposalsFor = async (world: World, incidentId: string, userId: string): Promise<GapProposals> =>
  proposeGaps(await readableMaterial(world, incidentId, await viewing(world, userId)))

/** The proposal that a button names. Throws a `Refusal` where it is gone, as when its message was deleted. */
export async function gapProposalNamed(
  world: World,
  { incidentId, userId, gap, key }: { incidentId: string; userId: string; gap: ProposedGap; key: string },
): Promise<GapProposal> {
  const found = (await gapProposalsFor(world, incidentId, userId))[gap]?.find((each) => proposalKey(each) === key)
  if (!found) throw new Refusal('proposal-gone')
  return found
}

/** What people asked for that stands on no list, but for what was put away. */
export async function actionProposalsFor(
  world: World,
  incidentId: string,
  userId: string,
): Promise<readonly ActionProposal[]> {
  const material = await readableMaterial(world, incidentId, await viewing(world, userId))
  const dismissed = await dismissedOf(world.db.read, incidentId)
  return proposeActions(material).filter((each) => !dismissed.has(`action:${proposalKey(each)}`))
}

export async function actionProposalNamed(
  world: World,
  { incidentId, userId, key }: { incidentId: string; userId: string; key: string },
): Promise<ActionProposal> {
  const found = (await actionProposalsFor(world, incidentId, userId)).find((each) => proposalKey(each) === key)
  if (!found) throw new Refusal('proposal-gone')
  return found
}

export const letterFor = async (
  world: World,
  { incidentId, userId, kind }: { incidentId: string; userId: string; kind: LetterKind },
  language: Locale,
): Promise<Letter> => letterOf(await readableMaterial(world, incidentId, await viewing(world, userId)), kind, language)
