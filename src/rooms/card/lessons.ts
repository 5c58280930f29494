import { person } from '../../kit/block-kit/index.ts'
import { dueDayOf, isOwing, isSettled } from '../ladder/index.ts'
import { gapsLeft, isBeingWritten } from '../postmortem/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** Who writes the postmortem by when, how far it is and how much is missing, in one line; nothing where there is nothing to say. */
export function lessonsOf(situation: Situation, voice: Voice): string[] {
  const { incident, ladder } = situation
  const t = texts.in(voice.locale)
  const { status, overdueFor } = ladder
  const { postmortemOwner, postmortemDue } = incident
  const owing = isOwing(incident, status, voice.settings)
  if (!owing && !isSettled(status)) {
    // Where nothing is owed, somebody may still have said that they write one.
    return postmortemOwner || postmortemDue
      ? [[postmortemOwner ? person(postmortemOwner) : '', postmortemDue ?? ''].join(' ').trim()]
      : []
  }
  const who = postmortemOwner ? person(postmortemOwner) : t('postmortem.nobody')
  if (!owing) return [`${who} ${t(`postmortem.${status}`)}`]
  const due = dueDayOf(incident, voice.settings)
  const late = overdueFor === due ? t('postmortem.late') : ''
  return [`${[who, due, t(`postmortem.${status}`)].filter(Boolean).join(' ')}${gapsOf(situation, voice)}${late}`]
}

/** How much of the document only people can say; nothing once somebody has said that it is good. */
function gapsOf(situation: Situation, voice: Voice): string {
  const { draftedAt } = situation.learning.postmortem
  if (!draftedAt || !isBeingWritten(situation.learning.postmortem)) return ''
  const count = gapsLeft(situation, voice.settings).length
  return count > 0 ? texts.in(voice.locale)('postmortem.gaps', { count }) : ''
}
