import { channelLink, escapeClipped, escapeText, type MessageContent, section } from '../../kit/block-kit/index.ts'
import { type Fact, type FactOf, type NewFact, person } from '../facts/index.ts'
import type { Mention } from '../settings/index.ts'
import {
  handlerName,
  kindMark,
  levelEmoji,
  levelName,
  personName,
  type Situation,
  serviceName,
  statusEmojiOf,
  statusName,
  type Voice,
  when,
} from '../situation/index.ts'
import { type Announcement, asMessage, type Told, tellingOf, type Where } from './announcement.ts'
import { channelAnnouncements } from './announcements/channel.ts'
import { incidentAnnouncements } from './announcements/incident.ts'
import { mergedAnnouncements, mergedInto } from './announcements/merged.ts'
import { pagingAnnouncements } from './announcements/paging.ts'
import { propertyAnnouncements } from './announcements/properties.ts'
import { rolesAnnouncements } from './announcements/roles.ts'
import { texts } from './texts.ts'

const mentionText: Record<Mention, string> = { none: '', here: '<!here> ', channel: '<!channel> ' }

/** The first message that a channel gets, and edited ever after to what is true now. */
export function broadcastMessage(situation: Situation, mention: Mention, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident, channel } = situation
  const mark = kindMark(incident.kind, voice)
  if (incident.visibility === 'private') {
    const words = mentionText[mention] + t('private', { mark, status: statusName(incident.status, voice) })
    return { text: words, blocks: [section(words)] }
  }
  const title = `${statusEmojiOf(incident.status)} ${mentionText[mention]}${t(`title.${incident.status}`, { mark })}`
  const service = escapeClipped(serviceName(incident.service, voice), 75)
  const what = `${title} ${t('apart')} ${service}\n${escapeClipped(incident.summary, 1500)}`
  const lines = [
    t('line.state', {
      status: statusName(incident.status, voice),
      level: `${levelEmoji(incident.level, voice)} ${levelName(incident.level, voice)}`,
      handler: handlerName(situation, voice),
    }),
    t('line.where', {
      channel: channel.channelId ? channelLink(channel.channelId) : `#${escapeText(channel.name)}`,
      who: personName(incident.declaredBy, voice),
      when: when(incident.declaredAt, voice),
    }),
    ...(situation.merged.into ? [mergedInto(situation.merged.into.channelId, voice)] : []),
    ...(channel.archivedAt ? [t('line.archived')] : []),
  ]
  return asMessage({ sections: [what], lines })
}

/** The facts that people must hear of; each is a message of its own, since an edit notifies nobody. */
const announcements = {
  ...incidentAnnouncements,
  ...propertyAnnouncements,
  ...mergedAnnouncements,
  ...channelAnnouncements,
  ...rolesAnnouncements,
  ...pagingAnnouncements,
}
type AnnouncedType = keyof typeof announcements
export type Announced = FactOf<AnnouncedType>
export const announced = Object.keys(announcements) as AnnouncedType[]

/** How one fact is announced; each stands under the type of the facts that it takes. */
const announcementOf = (fact: Announced) => announcements[fact.type] as Announcement<Announced>

/**
 * Where a fact is announced: in the incident's channel, in those that heard the broadcast, or in both; and whether there
 * only under the broadcast.
 */
export function reach(fact: Announced): { inside: boolean; outside: boolean; inThread: boolean } {
  const how = announcementOf(fact)
  return { inside: how.inside, outside: how.outside, inThread: how.outside && how.inThread === true }
}

/** Whom the announcement of a fact names, beside those of the incident itself. */
export function peopleIn(fact: Announced): string[] {
  const named = announcementOf(fact).people?.(fact) ?? []
  return [...(fact.actor.kind === 'person' ? [fact.actor.id] : []), ...named.flatMap((id) => id ?? [])]
}

/** Everything that a drill says is marked: where the words do not say so themselves, it stands before them. */
function marked(told: Told, mark: string): Told {
  const [first = '', ...rest] = told.sections
  return first.includes(mark.trim()) ? told : { ...told, sections: [mark + first, ...rest] }
}

/**
 * What is told of one fact. It is rendered from the fact, with the incident only for what does not change, so that it
 * says the same however late it is sent. Outside, a private incident's news is only that there is some.
 */
export function announcement(fact: Announced, situation: Situation, where: Where, voice: Voice): MessageContent {
  const how = announcementOf(fact)
  const telling = tellingOf(fact, situation, where, voice)
  const isSecret = situation.incident.visibility === 'private' && where === 'outside'
  return asMessage(
    marked(isSecret && how.outside ? how.sayOfPrivate(fact, telling) : how.say(fact, telling), telling.mark),
    situation.incident.id,
  )
}

/**
 * How the announcement of a fact will read where others are told, before it is one: null for what is not announced.
 * Outside a private incident's own channel that is little; then what its people will read.
 */
export function foretell(fact: NewFact, situation: Situation, by: string, voice: Voice): string | null {
  const about = { ...fact, id: '', n: 0, at: situation.incident.declaredAt, actor: person(by) }
  if (!isAnnounced(about)) return null
  return announcement(about, situation, reach(about).outside ? 'outside' : 'inside', voice).text
}

const isAnnounced = (fact: Fact): fact is Announced => announced.some((type) => type === fact.type)
