import {
  type Block,
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
import type { Actor, FactOf } from '../facts/index.ts'
import type { Mention } from '../settings/index.ts'
import {
  elapsed,
  handlerName,
  kindMark,
  levelEmoji,
  levelName,
  publicTitle,
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
export function broadcastMessage(situation: Situation, mention: Mention, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident, channel } = situation
  const mark = kindMark(incident.kind, voice)
  if (incident.visibility === 'private') {
    const words = mentionText[mention] + t('private', { mark, status: statusName(incident.status, voice) })
    return { text: words, blocks: [section(words)] }
  }
  const title = `${statusEmojiOf(incident.status)} ${mentionText[mention]}${t(`title.${incident.status}`, { mark })}`
  const what = `*${escapeClipped(serviceName(incident.service, voice), 75)}*\n${escapeClipped(incident.summary, 1500)}`
  const lines = [
    t('line.state', {
      status: statusName(incident.status, voice),
      level: `${levelEmoji(incident.level, voice)} ${levelName(incident.level, voice)}`,
      handler: handlerName(situation, voice),
    }),
    t('line.where', {
      channel: channel.channelId ? channelLink(channel.channelId) : `#${escapeText(channel.name)}`,
      who: person(incident.declaredBy),
      when: when(incident.declaredAt, voice),
    }),
    ...(channel.archivedAt ? [t('line.archived')] : []),
  ]
  return asMessage([title, what], lines)
}

/** The facts that people must hear of; each is a message of its own, since an edit notifies nobody. */
export const announced = [
  'incident.level_set',
  'incident.summary_edited',
  'incident.recovered',
  'incident.reopened',
  'incident.completed',
  'incident.cancelled',
  'channel.archived',
  'roles.handler_taken',
] as const
export type Announced = FactOf<(typeof announced)[number]>

/** Where a fact is announced: in the incident's channel, in those that heard the broadcast, or in both. */
export function reach(fact: Announced): { inside: boolean; outside: boolean } {
  switch (fact.type) {
    case 'roles.handler_taken':
    case 'incident.summary_edited':
      return { inside: true, outside: false }
    case 'channel.archived':
      return { inside: false, outside: true }
    default:
      return { inside: true, outside: true }
  }
}

/**
 * What is told of one fact. It is rendered from the fact, with the incident only for what does not change, so that it
 * says the same however late it is sent.
 */
export function announcement(
  fact: Announced,
  situation: Situation,
  where: 'inside' | 'outside',
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const { incident } = situation
  const mark = kindMark(incident.kind, voice)
  const who = nameOf(fact.actor, t('somebody'))
  const title = publicTitle({ ...incident, kind: 'real' }, voice)
  const secret = incident.visibility === 'private' && where === 'outside'
  const reason = (words: string | null) =>
    words && !secret ? [t('detail.reason', { reason: escapeClipped(words, 900) })] : []
  const by = t('detail.by', { who })
  const head = (gaps: Record<string, string> = {}) => t(`announce.${fact.type}`, { mark, title, who, ...gaps })
  switch (fact.type) {
    case 'incident.level_set': {
      const { from, to } = fact.data
      const changed = head({ emoji: levelEmoji(to, voice), from: levelName(from, voice), to: levelName(to, voice) })
      return asMessage([where === 'outside' ? `${changed}\n${mark}${title}` : changed], reason(fact.data.reason))
    }
    case 'incident.summary_edited': {
      if (secret) return asMessage([head()], [])
      const [before, after] = fact.data.summary
      const [impactBefore, impactAfter] = fact.data.impact
      const told = (from: string, to: string) => [
        t('detail.before', { text: escapeClipped(from, 600) }),
        t('detail.after', { text: escapeClipped(to, 600) }),
      ]
      return asMessage(
        [head()],
        [
          ...(before === after ? [] : told(before, after)),
          ...(impactBefore === impactAfter ? [] : told(impactBefore ?? '—', impactAfter ?? '—')),
        ],
      )
    }
    case 'incident.recovered': {
      const { recoveredAt, permanence, postmortemOwner, postmortemDue } = fact.data
      const at = new Date(recoveredAt)
      const begun = incident.occurredAt ?? incident.detectedAt ?? incident.declaredAt
      const facts = [
        t('detail.recovered', {
          when: when(at, voice),
          elapsed: elapsed(at.getTime() - begun.getTime(), voice),
          who: person(incident.declaredBy),
        }),
        ...(permanence === 'provisional' || permanence === 'permanent' ? [t(`detail.permanence.${permanence}`)] : []),
        ...(postmortemOwner || postmortemDue
          ? [
              t('detail.postmortem', {
                owner: postmortemOwner ? person(postmortemOwner) : '—',
                due: postmortemDue ?? '',
              }),
            ]
          : []),
        by,
      ]
      return asMessage([where === 'inside' ? `${head()}\n${t('detail.thanks')}` : head()], facts)
    }
    case 'incident.completed': {
      const { waivers } = fact.data
      const left = waivers && !secret ? [t('detail.waivers', { waivers: escapeClipped(waivers, 900) })] : []
      return asMessage([head()], [...left, by, ...(where === 'inside' ? [t('detail.to-archive')] : [])])
    }
    case 'incident.reopened':
    case 'incident.cancelled':
      return asMessage([head()], [...reason(fact.data.reason), by])
    case 'channel.archived':
      return asMessage([head()], [by])
    case 'roles.handler_taken':
      return asMessage([t('announce.roles.handler_taken', { who: person(fact.data.user) })], [])
  }
}

const nameOf = (actor: Actor, somebody: string): string => (actor.kind === 'person' ? person(actor.id) : somebody)

function asMessage(sections: string[], lines: string[]): MessageContent {
  const blocks: Block[] = [...sections.map((text) => section(text)), ...(lines.length > 0 ? [context(...lines)] : [])]
  return { text: clip([...sections, ...lines].join('\n'), limits.messageText), blocks }
}
