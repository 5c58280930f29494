import {
  catchUp,
  draftUpdate,
  type GapProposals,
  type Material,
  noticeFor,
  proposeActions,
  proposeGaps,
  type Statement,
  type Summary,
  summarise,
} from '../src/rooms/assistant/index.ts'
import type { Case } from './case.ts'

/** What is scored of one case: all that the assistant would show of it. */
export type Answer = {
  summary: Summary
  catchUp: readonly Statement[]
  gaps: GapProposals
  drafts: readonly string[]
  /** What it cost, in the currency of the model's price; null where nothing is paid. */
  cost: number | null
}

/** Who answers: the rules without a model, or a configured model. */
export type Contender = { name: string; answer(material: Material, language: Case['language']): Promise<Answer> }

/** The default, which every model has to beat. */
export const extractive: Contender = {
  name: 'extractive',
  async answer(material, language) {
    const update = draftUpdate(material)
    return {
      summary: summarise(material, language),
      catchUp: catchUp(material, language, null),
      gaps: proposeGaps(material),
      drafts: [
        ...[update.condition, update.action, update.need, update.impact].flatMap((each) => each?.words ?? []),
        ...proposeActions(material).map(({ words }) => words),
        noticeFor(material, 'first', language).words,
      ],
      cost: null,
    }
  },
}
