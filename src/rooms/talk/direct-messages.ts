import { actions, asMessage, type MessageContent, section } from '../../kit/block-kit/index.ts'
import { declareButton } from '../declaration/index.ts'
import type { Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** The question which of several open incidents is meant, above the `list` of them. */
export function whichMessage(list: MessageContent, voice: Voice): MessageContent {
  const question = texts.in(voice.locale)('direct.which')
  return asMessage([question], [section(question), ...(list.blocks ?? [])])
}

/** The offer to declare what somebody wrote; `words` become the summary. */
export function offerMessage(words: string, voice: Voice): MessageContent {
  const offer = texts.in(voice.locale)('direct.declare')
  return asMessage([offer], [section(offer), actions('direct', [declareButton(voice, words)])])
}
