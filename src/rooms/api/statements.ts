import type { Drafts, Source, Statement } from '../assistant/index.ts'
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
  sources: sources.map((source) => ({
    is: source.is,
    ref: refOf(source),
    link: source.is === 'message' ? source.permalink : null,
  })),
})

/** Everything that is proposed. */
export const draftsAnswerOf = ({ update, gaps, actions, letters }: Drafts): DraftsAnswer => {
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
    letters: {
      first: letter(letters.first),
      next: letter(letters.next),
      last: letter(letters.last),
      report: letter(letters.report),
    },
  }
}
