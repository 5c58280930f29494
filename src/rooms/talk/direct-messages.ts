import { actions, asMessage, escapeText, type MessageContent, section } from '../../kit/block-kit/index.ts'
import { commandOf } from '../commands/index.ts'
import { declareButton } from '../declaration/index.ts'
import type { Voice } from '../situation/index.ts'
import type { Outside } from './outside.ts'
import { texts } from './texts.ts'

/**
 * The question which of several open incidents is meant, above the `list` of them; what may be none of them can be declared. `channel`: that
 * of one of them, as an example.
 */
export function whichMessage(
  list: MessageContent,
  { channel, words, meant }: { channel: string; words: string; meant: Outside },
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const question = t('direct.which', { channel: escapeText(channel) })
  if (meant.is !== 'declare') return asMessage([question], [section(question), ...list.blocks])
  const instead = t('direct.none-of-them')
  return asMessage(
    [question, instead],
    [section(question), ...list.blocks, section(instead), actions('direct', [declareButton(voice, words)])],
  )
}

/** That a step of a response is taken where that incident is handled, above the `list` of what is open. */
export function stepMessage(list: MessageContent, verb: string, voice: Voice): MessageContent {
  const words = texts.in(voice.locale)('step.elsewhere', { label: commandOf(verb)?.label(voice.locale) ?? verb })
  return asMessage([words], [section(words), ...list.blocks])
}

/** The offer to declare what somebody wrote; `words` become the summary. */
export function offerMessage(words: string, voice: Voice): MessageContent {
  const offer = texts.in(voice.locale)('direct.declare')
  return asMessage([offer], [section(offer), actions('direct', [declareButton(voice, words)])])
}
