import { person } from '../../kit/block-kit/index.ts'
import { dueDayOf, isOwing, isSettled } from '../ladder/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** Who writes the postmortem by when, and how far it is, in one line; nothing where there is nothing to say. */
export function lessonsOf({ incident, ladder }: Situation, voice: Voice): string[] {
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
  return [`${[who, due, t(`postmortem.${status}`)].filter(Boolean).join(' ')}${late}`]
}
