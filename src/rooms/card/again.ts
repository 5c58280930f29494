import { asMessage, context, fields, type MessageContent, section, smallMessage } from '../../kit/block-kit/index.ts'
import { controls, headline } from '../faces/index.ts'
import type { Slot } from '../projection/index.ts'
import { errorWords, oneLine, type Situation, type Voice } from '../situation/index.ts'
import { linesOf } from './lines.ts'
import { problemLines } from './own-lines.ts'
import { texts } from './texts.ts'

/** Why Slack does not let the card be edited; undefined while it does. */
const whyStale = ({ problems }: Situation): string | undefined =>
  problems.find(({ slot, isStale }) => slot === 'card' && isStale)?.error

/**
 * A short card for while Slack does not let the pinned one be edited: what matters, and the next step. It says nothing of what
 * people wrote, so that nothing in it is what the card was refused for.
 */
export function cardAgainMessage(situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const why = whyStale(situation)
  if (why === undefined) return smallMessage(t('again.over'))
  const title = `${headline(situation, voice)}\n${t('again.title', { why: errorWords(why, voice) })}`
  const facts = linesOf('fields', situation, voice)
  const problems = situation.problems.filter(({ slot }) => slot !== 'card' && !slot.startsWith('card-again'))
  const lines = problemLines({ problems }, voice)
  return asMessage(
    [title, ...facts.map(oneLine), ...lines],
    [section(title), fields(facts), ...(lines.length > 0 ? [context(...lines)] : []), controls(situation, voice)],
  )
}

/** The short card and its pin, which stand only where the card is out of date. */
export function cardAgainSlots(channelId: string, situation: Situation, voice: Voice): Slot[] {
  const isStale = whyStale(situation) !== undefined
  const card: Slot = {
    slot: 'card-again',
    keep: isStale ? 'living' : 'while-standing',
    lane: 'person',
    editLane: 'announce',
    again: true,
    act: { do: 'message', channel: channelId, content: cardAgainMessage(situation, voice) },
  }
  const pin: Slot = {
    slot: 'card-again-pin',
    keep: 'once',
    lane: 'person',
    after: ['card-again'],
    act: { do: 'pin', of: 'card-again' },
  }
  return isStale ? [card, pin] : [card]
}
