import { type CardLines, morePeople, verbLabel } from '../../rooms/faces/index.ts'
import { personName, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

/** Who knows of a private incident. */
export const privacyLines: CardLines = { crew: { knowers: knowersLine } }

/** More names than these in one line hide each other. */
const mostNamed = 4

/** Who knows of a private incident; all of them, and why, stand in the menu. */
function knowersLine({ incident, knowers }: Situation, voice: Voice): string[] {
  if (incident.visibility === 'public') return []
  const t = texts.in(voice.locale)
  const named = knowers.slice(0, mostNamed).map(({ userId }) => personName(userId, voice))
  const more = knowers.length > mostNamed ? morePeople(knowers.length - mostNamed, voice.locale) : ''
  return [t('knowers', { who: `${named.join(' ')}${more}`, verb: verbLabel('exclude-people', voice) })]
}
