import { actions, type MessageContent, person, section, smallMessage } from '../../kit/block-kit/index.ts'
import { controlsBlockId, verbButton } from '../../rooms/faces/index.ts'
import { kindMark, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

/** It sounds as if it were over, and nobody has declared it. */
export function recoveryQuestion(by: string, isOpen: boolean, situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  if (!isOpen) return smallMessage(t('recovery.asked'))
  const text = t('recovery.ask', { mark: kindMark(situation.incident.kind, voice), who: person(by) })
  const button = verbButton('recover', voice)
  return { text, blocks: [section(text), actions(controlsBlockId(situation.incident.id), [button])] }
}
