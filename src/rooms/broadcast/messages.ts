import { features } from '../../features/all.ts'
import { channelLink, escapeClipped, escapeText, type MessageContent, textMessage } from '../../kit/block-kit/index.ts'
import type { AssembledChannel } from '../assembly/index.ts'
import {
  type Announcement,
  apartSign,
  mergedInto,
  nextUpdateWords,
  type Telling,
  type Told,
  tellingOf,
  threeLines,
  toldMessage,
  type Where,
} from '../faces/index.ts'
import type { FactType } from '../facts/index.ts'
import { type Fact, type NewFact, person } from '../facts/index.ts'
import type { Mention, Settings } from '../settings/index.ts'
import {
  handlerName,
  handlerOf,
  kindMark,
  levelEmoji,
  levelValue,
  oneLine,
  personName,
  reportName,
  type Situation,
  serviceName,
  statusEmojiOf,
  statusName,
  type Voice,
  when,
} from '../situation/index.ts'
import { texts } from './texts.ts'

const mentionText: Record<Mention, string> = { none: '', here: '<!here> ', channel: '<!channel> ' }

/** The first message that a channel gets, and edited ever after to what is true now. */
export function broadcastMessage(
  situation: Situation,
  { mention, style, silentWhy }: Pick<AssembledChannel, 'mention' | 'style' | 'silentWhy'>,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { incident, channel } = situation
  const mark = kindMark(incident.kind, voice)
  if (incident.visibility === 'private') {
    // No rule names this place: it does not even follow how things stand.
    if (silentWhy) return textMessage(t('private.no-more'))
    const words = mentionText[mention] + t('private', { mark, status: statusName(incident.status, voice) })
    return textMessage(words)
  }
  const title = `${statusEmojiOf(incident.status)} ${mentionText[mention]}${t(`title.${incident.status}`, { mark })}`
  const service = escapeClipped(serviceName(incident.service, voice), 75)
  const gist =
    style === 'brief' && incident.status === 'responding'
      ? threeLines(whatWeKnow(situation), voice)
      : escapeClipped(incident.summary, 1500)
  const what = `${title} ${apartSign(voice.locale)} ${service}\n${gist}`
  const lines = [
    ...(style === 'full' ? lastUpdateLine(situation, voice) : []),
    t('line.state', {
      // Not in our words, since the title says it: own ones (`texts`) may.
      status: statusName(incident.status, voice),
      level: `${levelEmoji(incident.level, voice)} ${levelValue(incident.level, voice)}`,
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
  return toldMessage({ sections: [what], lines })
}

/** The three things that people away from the controls ask, as far as somebody has said them. */
const whatWeKnow = (situation: Situation) => ({
  summary: situation.incident.summary,
  impact: situation.incident.impact,
  condition: situation.lastUpdate?.condition ?? null,
  handler: handlerOf(situation) ?? null,
  nextAt: situation.lastUpdate?.nextAt ?? null,
})

/** The newest condition in one line; the details stand in the thread. */
function lastUpdateLine({ incident, lastUpdate }: Situation, voice: Voice): string[] {
  if (!lastUpdate) return []
  const t = texts.in(voice.locale)
  const { nextAt } = lastUpdate
  const newest = t('line.update', {
    report: reportName(lastUpdate.report, voice),
    when: when(lastUpdate.at, voice),
    condition: escapeClipped(oneLine(lastUpdate.condition), 200),
  })
  if (!nextAt || incident.status !== 'responding') return [newest]
  return [`${newest} ${apartSign(voice.locale)} ${nextUpdateWords(when(nextAt, voice), voice.locale)}`]
}

/** Facts that people must hear of; each is a message of its own, since an edit notifies nobody. */
export type Announced = Fact

const announcements: ReadonlyMap<FactType, Announcement<Fact>> = gathered()

/** Throws while the program is loaded where two features announce one fact. */
function gathered(): Map<FactType, Announcement<Fact>> {
  const found = new Map<FactType, Announcement<Fact>>()
  for (const { name, announcements: brought = {} } of features)
    for (const [type, how] of Object.entries(brought)) {
      // The keys of the object are types of facts.
      const factType = type as FactType
      if (found.has(factType)) throw new Error(`${name}: ${type} is announced already`)
      found.set(factType, how)
    }
  return found
}

export const announced: readonly FactType[] = [...announcements.keys()]

/** How one fact is announced. */
function announcementOf({ type }: Pick<Announced, 'type'>): Announcement<Fact> {
  const how = announcements.get(type)
  if (!how) throw new Error(`No feature announces ${type}`)
  return how
}

/** Where a fact is announced: in the incident's channel, in those that heard the broadcast, or in both. */
export function reach(fact: Announced): { inside: boolean; outside: boolean } {
  const { inside, outside } = announcementOf(fact)
  return { inside, outside }
}

/** Whether a fact is told to whoever is left once the channel is archived. */
export const isToldAfterArchive = (fact: Announced): boolean => announcementOf(fact).afterArchive === true

/**
 * Whether it stands only under the broadcast there, which is edited anyway: people away from the controls are stirred by a declaration,
 * a level that rises, 復旧, 再開 and the end, and by nothing else.
 */
export function isInThread(fact: Announced, where: Where, settings: Settings): boolean {
  const how = announcementOf(fact)
  if (!how.outside || where === 'inside') return false
  return how.inThread ?? how.isQuiet?.(fact, settings) ?? false
}

/** Whom the announcement of a fact names, beside those of the incident itself. */
export function peopleIn(fact: Announced): string[] {
  const named = announcementOf(fact).people?.(fact) ?? []
  return [...(fact.actor.kind === 'person' ? [fact.actor.id] : []), ...named.flatMap((id) => id ?? [])]
}

/** What a message begins with before its first word, or nothing. */
const leadingEmoji = /^(?::[\w+-]+: )?/

/** Everything that a drill says is marked: where the words do not say so themselves, it stands before them. */
function marked(told: Told, mark: string): Told {
  const bears = (text: string) => (text.includes(mark.trim()) ? text : text.replace(leadingEmoji, `$&${mark}`))
  const [section, ...sections] = told.sections
  if (section !== undefined) return { ...told, sections: [bears(section), ...sections] }
  const [line = '', ...lines] = told.lines ?? []
  return { ...told, lines: [bears(line), ...lines] }
}

/**
 * What is told of one fact. It is rendered from the fact, with the incident only for what does not change, so that it
 * says the same however late it is sent. Outside, a private incident's news is only that there is some.
 */
export function announcement(fact: Announced, situation: Situation, where: Where, voice: Voice): MessageContent {
  const telling = tellingOf(fact, situation, where, voice)
  return toldMessage(marked(told(fact, telling), telling.mark), situation.incident.id)
}

function told(fact: Announced, telling: Telling): Told {
  const how = announcementOf(fact)
  const { situation, where } = telling
  if (situation.incident.visibility === 'private' && where !== 'inside' && how.outside) {
    return how.sayOfPrivate(fact, telling)
  }
  return where === 'brief' && how.sayBriefly ? how.sayBriefly(fact, telling) : how.say(fact, telling)
}

/**
 * How the announcement of a fact will read where others are told, before it is one: null for what is not announced.
 * Where no other channel is told, as its own channel will read it: outside, a private incident says little.
 */
export function foretell(fact: NewFact, situation: Situation, by: string, voice: Voice): string | null {
  if (!announcements.has(fact.type)) return null
  const about: Fact = { ...fact, id: '', n: 0, at: situation.incident.declaredAt, actor: person(by) }
  const isToldOutside = reach(about).outside && situation.channels.length > 0
  return announcement(about, situation, isToldOutside ? 'outside' : 'inside', voice).text
}
