import { gapsLeft, isMini } from '../../rooms/postmortem/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { publicationLine } from '../publishing/index.ts'
import { texts } from './texts.ts'

/** How little is left to do, and where the document is: what makes it easy to begin. */
export function helpOf(situation: Situation, voice: Voice): string[] {
  return [howMuch(situation, voice), ...publicationLine(situation, voice)]
}

function howMuch(situation: Situation, voice: Voice): string {
  const t = texts.in(voice.locale)
  const { status } = situation.ladder
  if (status === 'in_review' || status === 'approved') return t(`help.${status}`)
  const count = gapsLeft(situation, voice.settings).length
  if (count === 0) return t('help.full')
  return isMini(situation.incident, voice.settings) ? t('help.mini') : t('help.gaps', { count })
}
