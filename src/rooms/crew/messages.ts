import {
  actions,
  type Block,
  type Button,
  channelLink,
  clip,
  context,
  escapeClipped,
  escapeText,
  limits,
  type MessageContent,
  person,
  section,
} from '../../kit/block-kit/index.ts'
import type { Gaps } from '../../kit/i18n/index.ts'
import { controlsBlockId, verbButton } from '../commands/index.ts'
import type { FactOf } from '../facts/index.ts'
import { isPerson, type RoleKey } from '../settings/index.ts'
import {
  ago,
  elapsed,
  handlerName,
  handlerOf,
  kindMark,
  levelEmoji,
  levelName,
  oneLine,
  type Situation,
  serviceName,
  statusName,
  type Voice,
  when,
} from '../situation/index.ts'
import { texts } from './texts.ts'

/** How an offer of the lead ended; null while it waits for its answer. */
export type OfferOutcome = 'accepted' | 'declined' | 'withdrawn' | 'replaced' | null

const calls = (people: readonly string[]): string => people.map(person).join(' ')

/** Nobody leads: with the button that ends it. Once it is over, or a newer one stands, a line is left. */
export function nudgeMessage(
  { at, data }: FactOf<'roles.vacancy_nudged'>,
  { isLive }: { isLive: boolean },
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { incident } = situation
  const gone = elapsed(at.getTime() - new Date(data.since).getTime(), voice)
  const mark = kindMark(incident.kind, voice)
  if (!isLive) {
    const short = t('nudge.short', { mark, elapsed: gone })
    return { text: short, blocks: [context(short)] }
  }
  // What became a drill since then calls nobody.
  const mention = incident.kind === 'real' && data.mention !== 'none' ? ` <!${data.mention}>` : ''
  const lines = [
    t('nudge.title', { mark, elapsed: gone, mention }),
    ...(data.people.length > 0 ? [t('nudge.names', { people: calls(data.people) })] : []),
    t(data.isLast && hasTiers(situation, voice) ? 'nudge.last' : 'nudge.words'),
  ]
  return withButtons(lines, situation, [verbButton('take-handler', voice, { style: 'primary' })])
}

const hasTiers = ({ incident }: Situation, { settings }: Voice): boolean =>
  incident.kind === 'real' &&
  incident.visibility === 'public' &&
  (settings.services[incident.service]?.tiers.length ?? 0) > 0

/** The lead was given up, or whoever had it is gone. Asked at once; the reminders follow. */
export function vacatedMessage(
  { data }: FactOf<'roles.handler_released'>,
  { isLive }: { isLive: boolean },
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const title = t(`vacated.${data.because}`, { mark: kindMark(situation.incident.kind, voice), who: person(data.user) })
  if (!isLive) return { text: title, blocks: [context(title)] }
  return withButtons([title, t('vacated.words')], situation, [verbButton('take-handler', voice, { style: 'primary' })])
}

/** The next tier was called: by what name, who, and the button. Once it is answered, only that it was called. */
export function tierMessage(
  { data }: FactOf<'roles.tier_called'>,
  { isLive }: { isLive: boolean },
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const mark = kindMark(situation.incident.kind, voice)
  const names = escapeClipped(data.names.map((name) => (isPerson(name) ? name : `@${name}`)).join(' '), 300)
  const how = data.kind !== 'real' ? 'drill' : data.count > 0 ? 'called' : 'nobody'
  const title = t(`tier.${how}`, { mark, names, count: data.count })
  if (!isLive) return { text: title, blocks: [context(title)] }
  const lines = [title, ...(data.people.length > 0 ? [t('tier.people', { people: calls(data.people) })] : [])]
  return withButtons(lines, situation, [verbButton('take-handler', voice, { style: 'primary' })])
}

/** One line of an offer that waits no more. */
function settledOffer(gaps: Gaps, outcome: NonNullable<OfferOutcome>, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const short = t('offer.short', { ...gaps, outcome: t(`offer.${outcome}`) })
  return { text: short, blocks: [context(short)] }
}

/** An offer of the lead, for everybody in the channel. `outcome` says what became of it. */
export function offerMessage(
  { actor, data }: FactOf<'roles.hand_over_proposed'>,
  outcome: OfferOutcome,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const gaps = { mark: kindMark(situation.incident.kind, voice), from: person(data.from), to: person(data.to) }
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
  const gaps = { mark: kindMark(situation.incident.kind, voice), from: person(data.from), to: person(data.to) }
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
  const gaps = { mark: kindMark(situation.incident.kind, voice), from: person(data.from), to: person(data.to) }
  const words = texts.in(voice.locale)(`dropped.${how}`, gaps)
  return { text: words, blocks: [section(words)] }
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

/** What a person who takes a role is told, alone: what it means, what was handed over, and the way out of it. */
export function guidanceMessage(
  role: RoleKey,
  situation: Situation,
  voice: Voice,
  handedOver?: string,
): MessageContent {
  const t = texts.in(voice.locale)
  const { label, guidance } = voice.settings.roles[role]
  const title = t('guide.title', { channel: whereOf(situation), role: label[voice.locale] })
  // The settings' light Markdown in Slack's own marks.
  const words = escapeText(guidance[voice.locale])
    .replaceAll(/\*\*(.+?)\*\*/g, ' *$1* ')
    .replaceAll(/^- /gm, '• ')
  const briefing =
    handedOver && situation.incident.visibility === 'public' ? `${t('guide.briefing')}\n${quoted(handedOver)}` : ''
  const wayOut =
    role === 'handler'
      ? verbButton('hand-over', voice, { text: t('guide.hand-over') })
      : verbButton('release-role', voice, { text: t('guide.release'), argument: role })
  return asMessage(
    [title, words, briefing],
    [
      section(title),
      section(words),
      ...(briefing ? [section(briefing)] : []),
      actions(controlsBlockId(situation.incident.id), [wayOut]),
    ],
  )
}

/** For one person who has come in late: what they would else have to ask, in the order in which they would. */
export function catchUpMessage(situation: Situation, link: string | undefined, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident, lastUpdate } = situation
  const begun = incident.occurredAt ?? incident.detectedAt ?? incident.declaredAt
  const handler = handlerOf(situation)
  const asked = handler ?? situation.roles.find((each) => each.role === 'liaison')?.userId ?? incident.declaredBy
  const title = t('catch-up.title', { mark: kindMark(incident.kind, voice) })
  const what = `${escapeText(serviceName(incident.service, voice))}: ${escapeClipped(oneLine(incident.summary), 300)}`
  const lines = [
    t('catch-up.state', {
      status: statusName(incident.status, voice),
      level: `${levelEmoji(incident.level, voice)} ${escapeText(levelName(incident.level, voice))}`,
      handler: handlerName(situation, voice),
    }),
    t('catch-up.began', { ago: ago(begun, voice), when: when(begun, voice) }),
    incident.impact
      ? t('catch-up.impact', { impact: escapeClipped(oneLine(incident.impact), 300) })
      : t('catch-up.impact.unknown'),
    lastUpdate
      ? t('catch-up.update', {
          when: when(lastUpdate.at, voice),
          condition: escapeClipped(oneLine(lastUpdate.condition), 300),
        })
      : t('catch-up.update.none'),
    ...(lastUpdate?.nextAt ? [t('catch-up.next', { when: when(lastUpdate.nextAt, voice) })] : []),
    ...(handler ? [] : [t('catch-up.need.handler')]),
    ...(lastUpdate?.need ? [t('catch-up.need', { need: escapeClipped(oneLine(lastUpdate.need), 300) })] : []),
    t('catch-up.ask', { who: person(asked) }),
    ...(link ? [t('catch-up.card', { link })] : []),
  ]
  const help = t('catch-up.help')
  const take = handler ? [] : [verbButton('take-handler', voice, { style: 'primary' })]
  return asMessage(
    [title, what, ...lines, help],
    [
      section(`${title}\n${what}`),
      section(lines.join('\n')),
      context(help),
      actions(controlsBlockId(incident.id), [...take, verbButton('claim-role', voice)]),
    ],
  )
}

const whereOf = ({ channel }: Situation): string =>
  channel.channelId ? channelLink(channel.channelId) : `#${escapeText(channel.name)}`

/** A person's words, set apart from ours. */
const quoted = (words: string): string =>
  words.trim() === ''
    ? ''
    : clip(
        escapeClipped(words.trim(), 2400)
          .split('\n')
          .slice(0, 60)
          .map((line) => `> ${line}`)
          .join('\n'),
        limits.sectionText,
      )

function withButtons(lines: string[], { incident }: Situation, buttons: Button[]): MessageContent {
  return asMessage(lines, [section(lines.join('\n')), actions(controlsBlockId(incident.id), buttons)])
}

function asMessage(lines: string[], blocks: Block[]): MessageContent {
  return { text: clip(lines.filter(Boolean).join('\n'), limits.messageText), blocks }
}
