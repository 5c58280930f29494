import { escapeClipped, type MessageContent, person, smallMessage } from '../../kit/block-kit/index.ts'
import { verbButton } from '../../rooms/faces/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import { isPerson } from '../../rooms/settings/index.ts'
import { elapsed, kindMark, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { withButtons } from './message-parts.ts'
import { texts } from './texts.ts'

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
    return smallMessage(short)
  }
  // What became a drill since then calls nobody.
  const mention = incident.kind === 'real' && data.mention !== 'none' ? ` <!${data.mention}>` : ''
  const lines = [
    t('nudge.title', { mark, elapsed: gone, mention }),
    ...(data.people.length > 0
      ? [t(data.people.length === 1 ? 'nudge.name' : 'nudge.names', { people: calls(data.people) })]
      : []),
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
  if (!isLive) return smallMessage(title)
  return withButtons([title, t('vacated.words')], situation, [verbButton('take-handler', voice, { style: 'primary' })])
}

/** The next tier was called: by what name, whom it names, and the button. Once it is answered, only that it was called. */
export function tierMessage(
  { data }: FactOf<'roles.tier_called'>,
  { isLive, named }: { isLive: boolean; named: readonly string[] },
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const mark = kindMark(situation.incident.kind, voice)
  const names = escapeClipped(data.names.map((name) => (isPerson(name) ? name : `@${name}`)).join(' '), 300)
  const how = data.kind !== 'real' ? 'drill' : data.count > 0 ? 'called' : 'nobody'
  const title = t(`tier.${how}`, { mark, names, count: data.count })
  if (!isLive) return smallMessage(title)
  const lines = [
    title,
    ...(named.length > 0 ? [t(named.length === 1 ? 'tier.person' : 'tier.people', { people: calls(named) })] : []),
  ]
  return withButtons(lines, situation, [verbButton('take-handler', voice, { style: 'primary' })])
}
