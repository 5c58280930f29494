import { escapeText } from '../../kit/block-kit/index.ts'
import { verbLabel } from '../../rooms/faces/index.ts'
import { isLasting, isUnderWay, triesInSilence } from '../../rooms/publishing/index.ts'
import { bar, publishErrorWords, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { texts } from './publication-texts.ts'

/** Where the document is and how far it has come; nothing while it went nowhere. */
export function publicationLine({ publication }: Pick<Situation, 'publication'>, voice: Voice): string[] {
  if (!publication || (publication.state === 'none' && publication.error !== null)) return []
  const t = texts.in(voice.locale)
  const { url, number, path, state, edited } = publication
  const where = url && number !== null ? `<${url}|#${number}>` : `\`${escapeText(path)}\``
  const hand = edited && isUnderWay(publication) ? `${bar(voice)}${t('edited')}` : ''
  return [t('line', { where, state: t(`state.${state}`) }) + hand]
}

/** What blocks publishing, and what it goes on without. A trouble that passes by itself is named only when it lasts. */
export function publicationTroubles({ publication }: Pick<Situation, 'publication'>, voice: Voice): string[] {
  if (!publication) return []
  const t = texts.in(voice.locale)
  const again = isLasting(publication) ? againWords(voice) : ''
  const { error, detail, attempts, without } = publication
  const isTold = error !== null && (isLasting(publication) || attempts >= triesInSilence)
  return [
    ...(isTold ? [t('trouble', { why: publishErrorWords(error, detail, voice) }) + again] : []),
    ...(isUnderWay(publication) ? without.map((what) => t(`without.${what}`)) : []),
  ]
}

/** After what waits until somebody has put it right: what to press then. */
export const againWords = (voice: Voice): string =>
  texts.in(voice.locale)('trouble.again', { verb: verbLabel('try-again', voice) })
