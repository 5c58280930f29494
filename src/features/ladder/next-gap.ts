import type { Button } from '../../kit/block-kit/index.ts'
import { verbButton } from '../../rooms/faces/index.ts'
import { gapsLeft, isMini } from '../../rooms/postmortem/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

/** Opens the very next thing that is missing in the document; the document itself where nothing is. */
export function nextGapButton(situation: Situation, voice: Voice): Button {
  const text = texts.in(voice.locale)('button.write')
  const [gap] = gapsLeft(situation, voice.settings)
  const primary = { text, style: 'primary' } as const
  if (!gap) return verbButton('postmortem', voice, primary)
  if (isMini(situation.incident, voice.settings))
    return verbButton('write-section', voice, { ...primary, argument: 'mini' })
  if (gap === 'level') return verbButton('set-level', voice, primary)
  return gap === 'types'
    ? verbButton('set-type', voice, primary)
    : verbButton('write-section', voice, { ...primary, argument: gap })
}
