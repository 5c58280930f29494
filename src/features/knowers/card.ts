import { type CardLines, verbLabel } from '../../rooms/faces/index.ts'
import { personName, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { cardTexts } from './texts.ts'

/** More names than these in one line hide each other. */
const mostNamed = 4

/** Who knows of a private incident; all of them, and why, stand in the menu. */
function knowersLine({ incident, knowers }: Situation, voice: Voice): string[] {
  if (incident.visibility === 'public') return []
  const t = cardTexts.in(voice.locale)
  const named = knowers.slice(0, mostNamed).map(({ userId }) => personName(userId, voice))
  const more = knowers.length > mostNamed ? t('knowers.more', { count: knowers.length - mostNamed }) : ''
  return [t('knowers', { who: `${named.join(' ')}${more}`, verb: verbLabel('exclude-people', voice) })]
}

export const knowersLines: CardLines = { crew: { knowers: knowersLine } }
