import { escapeText, person } from '../../kit/block-kit/index.ts'
import { dueDayOf, isOwing, isSettled } from '../../rooms/ladder/index.ts'
import { gapsLeft } from '../../rooms/postmortem/index.ts'
import { owedOf } from '../../rooms/settings/index.ts'
import { bar, dayName, type Situation, type Voice, when } from '../../rooms/situation/index.ts'
import { publicationLine } from '../publishing/index.ts'
import { cardTexts as texts } from './texts.ts'

/** Who writes the postmortem by when, how far it is and what it lacks, and its review, as one value; nothing where there is nothing to say. */
export function lessonsOf(situation: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const { incident, ladder } = situation
  const { status, overdueFor } = ladder
  const { postmortemOwner, postmortemDue } = incident
  // A field is half as wide as a message on a desk: what stands in one line is broken within a word.
  const lines = (first: string, ...parts: string[]) =>
    [first, parts.filter(Boolean).join(bar(voice))].filter(Boolean).join('\n')
  const whoByWhen = (...parts: string[]) => parts.filter(Boolean).join(' ')
  const owing = isOwing(incident, status, voice.settings)
  if (!owing && !isSettled(status)) {
    // Where nothing is owed, somebody may still have said that they write one.
    return postmortemOwner || postmortemDue
      ? [
          whoByWhen(
            postmortemOwner ? person(postmortemOwner) : '',
            postmortemDue ? t('postmortem.due', { day: dayName(postmortemDue, voice) }) : '',
          ),
        ]
      : []
  }
  const meeting = meetingOf(situation, voice)
  const who = postmortemOwner ? person(postmortemOwner) : t('postmortem.nobody')
  if (!owing) {
    const link = status === 'published' ? situation.learning.postmortem.byHand?.link : undefined
    const state = link ? t('postmortem.published.link', { link: escapeText(link) }) : t(`postmortem.${status}`)
    return [lines(who, isToldBelow(situation, voice) ? '' : state, meeting)]
  }
  const due = dueDayOf(incident, voice.settings)
  const late = overdueFor === due ? t('postmortem.late') : ''
  const count = status === 'draft' ? gapsLeft(situation, voice.settings).length : 0
  const gaps = count > 0 ? t('postmortem.gaps', { count }) : ''
  const state = isToldBelow(situation, voice) ? '' : t(`postmortem.${status}`)
  return [lines(whoByWhen(who, t('postmortem.due', { day: dayName(due, voice) }) + late), state, gaps, meeting)]
}

/** Whether the line of the document says how far it is: the same twice on a card is read as two things. */
function isToldBelow(situation: Situation, voice: Voice): boolean {
  const { ladder, publication, learning } = situation
  if (publicationLine(situation, voice).length === 0 || ladder.status === 'waived') return false
  return ladder.status !== 'published' || (publication?.state === 'merged' && !learning.postmortem.byHand?.link)
}

/** The review, where one is planned, was settled or is still owed. */
function meetingOf({ incident, ladder: { review, status } }: Situation, voice: Voice): string {
  const t = texts.in(voice.locale)
  if (review.state === 'planned' && review.startsAt) return t('review.planned', { when: when(review.startsAt, voice) })
  if (review.state === 'held' || review.state === 'waived') return t(`review.${review.state}`)
  return owedOf(voice.settings, incident).review && status !== 'waived' ? t('review.open') : ''
}
