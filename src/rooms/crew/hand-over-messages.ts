import {
  actions,
  asMessage,
  type Block,
  context,
  type MessageContent,
  person,
  section,
  smallMessage,
  textMessage,
} from '../../kit/block-kit/index.ts'
import type { Gaps } from '../../kit/i18n/index.ts'
import { controlsBlockId, verbButton } from '../commands/index.ts'
import type { FactOf } from '../facts/index.ts'
import { kindMark, type Situation, type Voice } from '../situation/index.ts'
import { quoted, whereOf } from './message-parts.ts'
import { texts } from './texts.ts'

/** How an offer of the lead ended; null while it waits for its answer. */
export type OfferOutcome = 'accepted' | 'declined' | 'withdrawn' | 'replaced' | null

/** Between whom the lead passes, for every text about an offer. */
const gapsOf = ({ from, to }: { from: string; to: string }, { incident }: Situation, voice: Voice) => ({
  mark: kindMark(incident.kind, voice),
  from: person(from),
  to: person(to),
})

/** One line of an offer that waits no more. */
function settledOffer(gaps: Gaps, outcome: NonNullable<OfferOutcome>, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const short = t('offer.short', { ...gaps, outcome: t(`offer.${outcome}`) })
  return smallMessage(short)
}

/** An offer of the lead, for everybody in the channel. `outcome` says what became of it. */
export function offerMessage(
  { actor, data }: FactOf<'roles.hand_over_proposed'>,
  outcome: OfferOutcome,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const gaps = gapsOf(data, situation, voice)
  if (outcome) return settledOffer(gaps, outcome, voice)
  const title = t('offer.title', gaps)
  const briefing = quoted(data.briefing)
  const by = t('offer.by', { ...gaps, who: actor.kind === 'person' ? person(actor.id) : '' })
  const blocks = [
    section(title),
    ...(briefing ? [section(briefing)] : []),
    context(by),
    answers(data.handOver, situation, voice),
  ]
  return asMessage([title, briefing, by], blocks)
}

/** An offer waits for its answer: whoever is asked is called once more, and the handler knows that they still lead. */
export function offerWaitsMessage(
  { data }: FactOf<'roles.hand_over_waits'>,
  outcome: OfferOutcome,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const gaps = gapsOf(data, situation, voice)
  if (outcome) return settledOffer(gaps, outcome, voice)
  const words = t('offer.waits', gaps)
  return asMessage([words], [section(words), answers(data.handOver, situation, voice)])
}

/** An offer came to nothing, which both have to hear. */
export function offerDroppedMessage(
  { data }: FactOf<'roles.hand_over_dropped'>,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const how = data.how === 'declined' ? 'declined' : 'withdrawn'
  const gaps = gapsOf(data, situation, voice)
  const words = texts.in(voice.locale)(`dropped.${how}`, gaps)
  return textMessage(words)
}

/** An offer of the lead to the one who is asked, alone and in their language. Of a private incident nothing leaves its channel. */
export function offerAskMessage(
  { data }: FactOf<'roles.hand_over_proposed'>,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { incident } = situation
  const gaps = { mark: kindMark(incident.kind, voice), from: person(data.from), channel: whereOf(situation) }
  const title = t('ask.title', gaps)
  const briefing = incident.visibility === 'private' ? '' : quoted(data.briefing)
  const words = t('ask.words')
  const blocks = [
    section(title),
    ...(briefing ? [section(briefing)] : []),
    context(words),
    answers(data.handOver, situation, voice),
  ]
  return asMessage([title, briefing, words], blocks)
}

const answers = (handOver: string, { incident }: Situation, voice: Voice): Block =>
  actions(controlsBlockId(incident.id), [
    verbButton('accept-hand-over', voice, { argument: handOver, style: 'primary' }),
    verbButton('decline-hand-over', voice, { argument: handOver }),
  ])
