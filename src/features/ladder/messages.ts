import { actions, asMessage, context, type MessageContent, section, smallMessage } from '../../kit/block-kit/index.ts'
import { controlsBlockId, verbButton } from '../../rooms/faces/index.ts'
import { doerName, type FactOf } from '../../rooms/facts/index.ts'
import { hasOpenPull } from '../../rooms/publishing/index.ts'
import { owedOf } from '../../rooms/settings/index.ts'
import { dayName, personName, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { helpOf } from './help.ts'
import { nextGapButton } from './next-gap.ts'
import { placeOf } from './place.ts'
import { texts } from './texts.ts'

export type Reminded = FactOf<'ladder.reminded'>

/** What became of a reminder; `standing` while it waits for somebody. */
export type Outcome = 'standing' | 'newer' | 'published' | 'waived' | 'postponed' | 'assigned' | 'reopened'

/**
 * To one person alone: the postmortem waits, and the ways to go on. Shrinks to a line as soon as it is settled, or said again.
 */
export function remindedMessage(
  { data }: Pick<Reminded, 'data'>,
  outcome: Outcome,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const gaps = {
    ...placeOf(situation, voice),
    due: dayName(data.due, voice),
    owner: data.owner ? personName(data.owner, voice) : '',
  }
  if (outcome !== 'standing') {
    const short = t(`over.${outcome}`, { ...gaps, due: dayName(situation.incident.postmortemDue ?? data.due, voice) })
    return smallMessage(short)
  }
  const title = data.owner ? t(`reminded.${data.stage}`, gaps) : t('reminded.nobody', gaps)
  const isReviewOpen = owedOf(voice.settings, situation.incident).review && situation.ladder.review.state === 'open'
  const help = [...(data.stage === 'overdue' ? [t('help.overdue')] : []), ...helpOf(situation, voice)]
  const assign = verbButton('assign-postmortem', voice, {
    text: t(data.owner ? 'button.hand' : 'button.settle'),
    ...(data.owner ? {} : { style: 'primary' }),
  })
  return asMessage(
    [title, ...help],
    [
      section(title),
      context(...help),
      actions(controlsBlockId(situation.incident.id), [
        data.owner ? nextGapButton(situation, voice) : assign,
        verbButton('postpone-postmortem', voice, { text: t('button.postpone') }),
        ...(data.owner ? [assign] : []),
        ...(isReviewOpen ? [verbButton('plan-review', voice)] : []),
        ...(hasOpenPull(situation.publication)
          ? []
          : [verbButton('publish-postmortem', voice, { text: t('button.published') })]),
        verbButton('waive-postmortem', voice, { text: t('button.waive') }),
      ]),
    ],
  )
}

/** To whom it was given by somebody else. */
export function assignedMessage(
  { data, actor }: Pick<FactOf<'ladder.assigned'>, 'data' | 'actor'>,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const who = doerName(actor, (id) => personName(id, voice)) ?? t('somebody')
  const title = t('assigned', { ...placeOf(situation, voice), who, due: dayName(data.due, voice) })
  const help = helpOf(situation, voice)
  return asMessage(
    [title, ...help],
    [
      section(title),
      context(...help),
      actions(controlsBlockId(situation.incident.id), [
        nextGapButton(situation, voice),
        verbButton('postpone-postmortem', voice, { text: t('button.postpone') }),
        verbButton('assign-postmortem', voice, { text: t('button.hand') }),
      ]),
    ],
  )
}
