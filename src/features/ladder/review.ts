import {
  actions,
  asMessage,
  clipMarkup,
  context,
  limits,
  type MessageContent,
  section,
  smallMessage,
} from '../../kit/block-kit/index.ts'
import { controlsBlockId, verbButton } from '../../rooms/faces/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import { personName, type Situation, type Voice, when } from '../../rooms/situation/index.ts'
import { agendaOf } from './agenda.ts'
import { placeOf } from './place.ts'
import { texts } from './texts.ts'

export type Planned = FactOf<'ladder.review_planned'>
/** What became of a plan; `standing` while it holds. */
export type PlanOutcome = 'standing' | 'moved' | 'held' | 'waived'

/** More names than these in one line hide each other. */
const mostNamed = 10

/** A plan of the review, in the incident's channel and to each who takes part: when, who, the five points, and the calendar file. */
export function plannedMessage(
  { data }: Pick<Planned, 'data'>,
  { outcome, calendar, to }: { outcome: PlanOutcome; calendar: string | undefined; to: 'channel' | 'person' },
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const at = when(new Date(data.startsAt), voice)
  // In its own channel nobody asks where.
  const { where, title: name } = placeOf(situation, voice)
  const place = to === 'person' ? { where: `${where} `, title: name } : { where: '', title: '' }
  if (outcome !== 'standing') {
    const short = t(`review.over.${outcome}`, { ...place, when: at }).trim()
    return smallMessage(short)
  }
  const names = data.people.slice(0, mostNamed).map((each) => personName(each, voice))
  const more = data.people.length - names.length
  const who = [names.join(' '), ...(more > 0 ? [t('review.more', { count: more })] : [])].join(' ')
  const head = t(data.from ? 'review.moved' : 'review.planned', { ...place, when: at, minutes: data.minutes }).trim()
  const title = [head, ...(place.title ? [place.title] : []), t('review.people', { who })].join('\n')
  const agenda = clipMarkup([t('review.agenda'), ...agendaOf(voice.locale)].join('\n'), limits.sectionText)
  const file = calendar ? [`<${calendar}|${t('review.calendar')}>`] : []
  return asMessage(
    [title, agenda, ...file],
    [
      section(title),
      section(agenda),
      ...(file.length > 0 ? [context(...file)] : []),
      actions(controlsBlockId(situation.incident.id), [
        verbButton('plan-review', voice, { text: t('review.button.move') }),
        verbButton('waive-review', voice, { text: t('button.waive') }),
      ]),
    ],
  )
}

/** To whoever planned it, when it should be over: was it held? */
export function reviewOverMessage(outcome: PlanOutcome | 'newer', situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const place = placeOf(situation, voice)
  if (outcome !== 'standing') {
    const short = t(`asked.over.${outcome}`, place)
    return smallMessage(short)
  }
  const title = t('asked.held', place)
  return asMessage(
    [title],
    [
      section(title),
      actions(controlsBlockId(situation.incident.id), [
        verbButton('review-held', voice, { text: t('asked.button.held'), style: 'primary' }),
        verbButton('add-action', voice, { argument: 'review' }),
        verbButton('plan-review', voice, { text: t('asked.button.move') }),
        verbButton('waive-review', voice, { text: t('button.waive') }),
      ]),
    ],
  )
}
