import { channelLink } from '../../kit/block-kit/index.ts'
import { isIssueStuck } from '../../rooms/actions/index.ts'
import { actionTitle, type CardLines, issueTrouble, moreTroubles, pair } from '../../rooms/faces/index.ts'
import { dayName, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { againWords } from '../publishing/index.ts'
import { cardTexts as texts } from './texts.ts'

/** How many action items are closed, what does not come to GitHub, and what earlier incidents have left open. */
export const actionLines: CardLines = {
  fields: {
    actions: ({ actions }, { locale }) =>
      actions.length > 0 ? [pair(texts.in(locale)('field.actions'), closedOf(actions))] : [],
  },
  warnings: { actions: actionTroubles, related: relatedWords },
}

const closedOf = (actions: Situation['actions']): string =>
  `${actions.filter(({ state }) => state !== 'open').length}/${actions.length}`

/** What earlier incidents like this one have left open: it may be the cause, and somebody may be at it. Calls nobody. */
function relatedWords({ related }: Situation, voice: Voice): string[] {
  if (related.length === 0) return []
  const t = texts.in(voice.locale)
  const rows = related.map(({ item, channelId }) =>
    t(item.dueOn ? 'related.row' : 'related.row.open', {
      item: actionTitle(item, voice, 150),
      due: dayName(item.dueOn, voice),
      where: channelId ? channelLink(channelId) : '',
    }).trim(),
  )
  return [[t('related'), ...rows].join('\n')]
}

const mostTroubles = 3

/** What of the action items does not come to GitHub, each reason once. */
function actionTroubles({ actions }: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const open = actions.filter(({ state, issueError, conflict }) => state === 'open' && (issueError || conflict))
  const why = [...new Set(open.flatMap((item) => issueTrouble(item, voice)))]
  const again = open.some(isIssueStuck) ? againWords(voice) : ''
  const lines = [
    ...why.slice(0, mostTroubles).map((words) => t('actions.trouble', { words })),
    ...(why.length > mostTroubles ? [moreTroubles(why.length - mostTroubles, voice.locale)] : []),
  ]
  return lines.map((line, n) => (n === lines.length - 1 ? line + again : line))
}
