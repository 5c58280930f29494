import { channelLink } from '../../kit/block-kit/index.ts'
import type { Fact } from '../facts/index.ts'
import type { Voice } from '../situation/index.ts'
import { announcementTexts as texts } from './texts.ts'

/** Another incident by its channel; of a private one only that there is one. */
export const otherName = (channelId: string | null, { locale }: Voice): string =>
  channelId ? channelLink(channelId) : texts.in(locale)('other.private')

/** Where an incident goes on. */
export const mergedInto = (channelId: string | null, voice: Voice): string =>
  texts.in(voice.locale)('line.merged-into', { other: otherName(channelId, voice) })

/** The other incident that a fact leads to, by its id; null for a fact about one alone. */
export function otherIn(fact: Fact): string | null {
  if (fact.type === 'incident.merged') return fact.data.into
  return fact.type === 'incident.absorbed' || fact.type === 'incident.parted' ? fact.data.from : null
}

/** Whether a fact names no channel of the other incident, which is private or was. */
export const isOtherHidden = (fact: Fact): boolean =>
  otherIn(fact) !== null && 'channel' in fact.data && fact.data.channel === null

/** A fact as it may be told where the other incident that it leads to is private by now. */
export function withoutOther<F extends Fact>(fact: F, isHidden: (incidentId: string) => boolean): F {
  const other = otherIn(fact)
  return other !== null && isHidden(other) ? { ...fact, data: { ...fact.data, channel: null } } : fact
}
