import {
  actions,
  asMessage,
  type Block,
  context,
  escapeClipped,
  escapeText,
  type MessageContent,
  person,
  section,
  smallMessage,
  textMessage,
} from '../../kit/block-kit/index.ts'
import type { Gaps } from '../../kit/i18n/index.ts'
import { controlsBlockId, verbButton } from '../../rooms/faces/index.ts'
import { doerName, type FactOf } from '../../rooms/facts/index.ts'
import { roleOf } from '../../rooms/roles/index.ts'
import { kindMark, oneLine, type Situation, type Voice, whereOf } from '../../rooms/situation/index.ts'
import { quoted } from './message-parts.ts'
import { texts } from './texts.ts'

/** How an offer of a role ended; null while it waits for its answer. */
export type OfferOutcome = 'accepted' | 'declined' | 'withdrawn' | 'replaced' | 'over' | null

/** An offer as its facts tell of it: of the lead where no role is named, as all were once. */
type Offer = { role?: string; from: string | null; to: string }

/** Between whom the lead passes, or which role somebody is asked to take, for every text about an offer. */
const gapsOf = ({ role = 'handler', from, to }: Offer, situation: Situation, voice: Voice) => ({
  mark: kindMark(situation.incident.kind, voice),
  from: from ? person(from) : '',
  to: person(to),
  role: escapeText(voice.settings.roles[roleOf(role) ?? 'handler'].label[voice.locale]),
  channel: whereOf(situation),
})

/** The lead passes from one to the other, or a role that nobody must give up for it is to be taken. */
const kindOf = ({ from }: Offer): 'offer' | 'offer.role' => (from ? 'offer' : 'offer.role')

/** Who asked: a person, or an agent by its name. */
const asked = ({ actor }: FactOf<'roles.hand_over_proposed'>): string => doerName(actor, person) ?? ''

/** One line about an offer that was settled. */
function settledOffer(offer: Offer, gaps: Gaps, outcome: NonNullable<OfferOutcome>, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const ended = outcome === 'accepted' && !offer.from ? t('offer.role.accepted') : t(`offer.${outcome}`)
  return smallMessage(t(`${kindOf(offer)}.short`, { ...gaps, outcome: ended }))
}

/** An offer of a role, for everybody in the channel. `outcome` says what became of it. */
export function offerMessage(
  fact: FactOf<'roles.hand_over_proposed'>,
  outcome: OfferOutcome,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { data } = fact
  const gaps = gapsOf(data, situation, voice)
  if (outcome) return settledOffer(data, gaps, outcome, voice)
  const title = t(`${kindOf(data)}.title`, gaps)
  const briefing = quoted(data.briefing)
  const by = t(`${kindOf(data)}.by`, { ...gaps, who: asked(fact) })
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
  if (outcome) return settledOffer(data, gaps, outcome, voice)
  const words = t(`${kindOf(data)}.waits`, gaps)
  return asMessage([words], [section(words), answers(data.handOver, situation, voice)])
}

const reasonWords = (reason: string | null | undefined, voice: Voice): string[] =>
  reason ? [texts.in(voice.locale)('dropped.reason', { reason: escapeClipped(oneLine(reason), 300) })] : []

/** An offer came to nothing, which both have to hear. */
export function offerDroppedMessage(
  { data }: FactOf<'roles.hand_over_dropped'>,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const how = data.how === 'declined' ? 'declined' : 'withdrawn'
  const gaps = gapsOf(data, situation, voice)
  const words = texts.in(voice.locale)(data.from ? `dropped.${how}` : `dropped.role.${how}`, gaps)
  return textMessage([words, ...reasonWords(data.reason, voice)].join('\n'))
}

/** The answer, to whoever asked. */
export function offerAnswerMessage(
  { data }: FactOf<'roles.hand_over_proposed'>,
  outcome: 'accepted' | 'declined',
  reason: string | null,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const words = texts.in(voice.locale)(`answer.${outcome}`, gapsOf(data, situation, voice))
  // Of a private incident nothing leaves its channel.
  const why = situation.incident.visibility === 'private' ? [] : reasonWords(reason, voice)
  return textMessage([words, ...why].join('\n'))
}

/** An offer of a role to the one who is asked, alone and in their language. Of a private incident nothing leaves its channel. */
export function offerAskMessage(
  fact: FactOf<'roles.hand_over_proposed'>,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { data } = fact
  const title = t(data.from ? 'ask.title' : 'ask.role.title', { ...gapsOf(data, situation, voice), who: asked(fact) })
  const briefing = situation.incident.visibility === 'private' ? '' : quoted(data.briefing)
  const words = t('ask.words')
  const blocks = [
    section(title),
    ...(briefing ? [section(briefing)] : []),
    context(words),
    // Nobody but the one who is asked reads it: there is nothing to withdraw.
    answers(data.handOver, situation, voice, t('ask.decline')),
  ]
  return asMessage([title, briefing, words], blocks)
}

const answers = (handOver: string, { incident }: Situation, voice: Voice, decline?: string): Block =>
  actions(controlsBlockId(incident.id), [
    verbButton('accept-hand-over', voice, { argument: handOver, style: 'primary' }),
    verbButton('decline-hand-over', voice, { argument: handOver, ...(decline ? { text: decline } : {}) }),
  ])
