import { escapeClipped, person } from '../../kit/block-kit/index.ts'
import type { CardLines } from '../../rooms/faces/index.ts'
import { oneLine, reportName, type Situation, type Voice, when } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

/** What was said last of how things stand. */
export const updateLines: CardLines = { said: { update: updateWords } }

/** What was said last, what is needed, and when people hear next; nothing while nobody has said anything. */
function updateWords({ incident, lastUpdate }: Situation, voice: Voice): string[] {
  if (!lastUpdate) return []
  const t = texts.in(voice.locale)
  const { report, at, by, condition, need, unchanged, nextAt, overdueSteps } = lastUpdate
  const next = nextAt
    ? t(overdueSteps > 0 ? 'update.overdue' : 'update.next', { when: when(nextAt, voice) })
    : undefined
  return [
    t('update.said', {
      report: reportName(report, voice),
      when: when(at, voice),
      who: person(by),
      condition: escapeClipped(oneLine(condition), 600),
    }),
    // What was needed to respond is no call to anybody once it is over.
    ...(need && incident.status === 'responding'
      ? [t('update.need', { need: escapeClipped(oneLine(need), 400) })]
      : []),
    ...(unchanged ? [t('update.unchanged', { when: when(unchanged.at, voice), who: person(unchanged.by) })] : []),
    ...(next && incident.status === 'responding' ? [next] : []),
  ]
}
