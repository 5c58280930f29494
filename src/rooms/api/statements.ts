import type { Drafts, Earlier, LevelProposal, Source, Statement, TagsProposal } from '../assistant/index.ts'
import type { DraftsAnswer, StatementAnswer } from './assistant-shapes.ts'

const refOf = (source: Source): string => {
  if (source.is === 'message') return `${source.channelId}:${source.ts}`
  return source.is === 'field' ? source.name : String(source.n)
}

/** A sentence of the assistant’s as the API tells it. */
export const statementOf = ({ words, standing, doubt, sources }: Statement): StatementAnswer => ({
  words,
  standing,
  doubt: doubt ?? null,
  sources: sources.map(sourceOf),
})

const sourceOf = (source: Source) => ({
  is: source.is,
  ref: refOf(source),
  link: source.is === 'message' ? source.permalink : null,
})

const earlierOf = (earlier: readonly Earlier[]) => earlier.map(({ incident }) => incident.id)

const tagsOf = ({ tags, earlier }: TagsProposal) => ({ tags: [...tags], earlier: earlierOf(earlier) })

function levelOf(proposal: LevelProposal | null): DraftsAnswer['labels']['level'] {
  if (!proposal) return null
  const { level, ground } = proposal
  if (ground.is === 'alike')
    return { level, why: ground.is, words: null, sources: [], earlier: earlierOf(ground.earlier) }
  return { level, why: ground.is, words: ground.words, sources: ground.sources.map(sourceOf), earlier: [] }
}

/** Everything that is proposed. */
export const draftsAnswerOf = ({ update, gaps, actions, labels, letters }: Drafts): DraftsAnswer => {
  const perhaps = (statement: Statement | null) => statement && statementOf(statement)
  const letter = ({ words, missing }: Drafts['letters']['first']) => ({ words, missing: [...missing] })
  return {
    update: {
      condition: perhaps(update.condition),
      action: perhaps(update.action),
      need: perhaps(update.need),
      impact: perhaps(update.impact),
    },
    gaps: Object.fromEntries(
      Object.entries(gaps).map(([gap, proposals]) => [
        gap,
        proposals.map((each) => ({ ...statementOf(each), moment: each.moment?.toISOString() ?? null })),
      ]),
    ),
    actions: actions.map(statementOf),
    labels: { level: levelOf(labels.level), tags: labels.tags && tagsOf(labels.tags) },
    letters: {
      first: letter(letters.first),
      next: letter(letters.next),
      last: letter(letters.last),
      report: letter(letters.report),
    },
  }
}
