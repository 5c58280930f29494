import { actions, type Block, button, context } from '../../kit/block-kit/index.ts'
import {
  type GapProposal,
  type GapProposals,
  gapProposalNamed,
  gapProposalsFor,
  noteUse,
  type ProposedGap,
  proposalKey,
  proposedGaps,
} from '../../rooms/assistant/index.ts'
import { type Command, callerOf, controlsBlockId, verbActionId } from '../../rooms/faces/index.ts'
import { Refusal, type World } from '../../rooms/facts/index.ts'
import { editTimes, perform } from '../../rooms/incident/index.ts'
import { momentOf, sectionOf, writeSections } from '../../rooms/postmortem/index.ts'
import { type Situation, type Voice, when } from '../../rooms/situation/index.ts'
import { statementWords } from '../assistant/index.ts'
import { texts } from './form-texts.ts'

/** As long as a section may be. */
const longest = 3000

/** What is proposed for the gaps; nothing where the assistant is off: the form is for people's own words. */
export async function proposalsShown(
  world: World,
  { incident }: Situation,
  by: string,
  { locale }: Pick<Voice, 'locale'>,
): Promise<GapProposals> {
  try {
    return await gapProposalsFor(world, incident.id, by, locale)
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'assistant-off') return {}
    throw thrown
  }
}

const isProposed = (gap: string): gap is ProposedGap => proposedGaps.some((each) => each === gap)

/** The best proposal for a gap, where there is one that can be taken over. */
export function proposalFor(gap: string, proposals: GapProposals): GapProposal | undefined {
  const [best] = isProposed(gap) ? (proposals[gap] ?? []) : []
  return best && momentOf(gap) && !best.moment ? undefined : best
}

/** Under a gap stands what somebody said that may fill it, with its link; one tap takes it over. It is stated nowhere before. */
export function proposalBlocks(
  gap: string,
  proposals: GapProposals,
  { incident, learning }: Situation,
  n: number,
  voice: Voice,
): Block[] {
  const best = proposalFor(gap, proposals)
  if (!best) return []
  const t = texts.in(voice.locale)
  const key = sectionOf(gap)
  const version = key ? (learning.written.get(key)?.version ?? 0) : 0
  const words = statementWords(best, voice)
  const proposed = best.moment
    ? t('proposal.moment', { at: when(best.moment, voice), words })
    : t('proposal', { words })
  return [
    context(proposed),
    actions(controlsBlockId(incident.id, n), [
      button({
        actionId: verbActionId('use-proposal'),
        text: t('label.use-proposal'),
        value: `${gap}@${version}@${proposalKey(best)}`,
      }),
    ]),
  ]
}

/** Takes a proposal over into its gap, in the name of whoever pressed: from then on it is theirs. */
export const useProposalCommand: Command = {
  verb: 'use-proposal',
  label: (locale) => texts.in(locale)('label.use-proposal'),
  spoken: {
    ja: ['この内容を使う', '提案を使う', '提案を採用する'],
    en: ['use proposal', 'take proposal over', 'use this suggestion'],
    within: 'postmortem',
  },
  offered: () => false,
  async run(world, order, { locale }) {
    const { by, incidentId } = order
    const [gap = '', version = '0', key = ''] = (order.argument ?? '').split('@')
    if (!isProposed(gap)) throw new Refusal('proposal-gone')
    const found = await gapProposalNamed(world, { incidentId, userId: by, gap, key }, locale)
    const moment = momentOf(gap)
    if (moment) {
      if (!found.moment) throw new Refusal('proposal-gone')
      await perform(world, editTimes, callerOf(order), incidentId, { [moment]: found.moment.toISOString() })
    } else {
      const words = found.words.slice(0, longest)
      await perform(world, writeSections, callerOf(order), incidentId, {
        [gap]: words,
        seen: { [gap]: Number(version) },
      })
    }
    await noteUse(world, { incidentId, by, purpose: `gap:${gap}`, what: `gap:${gap}:${key}` })
    return undefined
  },
}
