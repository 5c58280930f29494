import {
  type Block,
  channelLink,
  clip,
  context,
  escapeClipped,
  escapeText,
  limits,
  type MessageContent,
  section,
} from '../../kit/block-kit/index.ts'
import type { FactOf } from '../facts/index.ts'
import type { Mention } from '../settings/index.ts'
import {
  elapsed,
  handlerName,
  kindMark,
  levelEmoji,
  levelName,
  personName,
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
    ...(channel.archivedAt ? [t('line.archived')] : []),
  ]
  return asMessage([what], lines)
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

/** Whom the announcement of a fact names, beside those of the incident itself. */
export function peopleIn(fact: Announced): string[] {
  const owner = fact.type === 'incident.recovered' ? fact.data.postmortemOwner : null
  return [...(fact.actor.kind === 'person' ? [fact.actor.id] : []), ...(owner ? [owner] : [])]
}

/**
 * What is told of one fact. It is rendered from the fact, with the incident only for what does not change, so that it
 * says the same however late it is sent. Outside, a private incident's news is only that there is some.
 */
export function announcement(
  fact: Announced,
  situation: Situation,
  where: 'inside' | 'outside',
  wholeVoice: Voice,
): MessageContent {
  const { names, ...calling } = wholeVoice
  const voice: Voice = where === 'outside' && names ? { ...calling, names } : calling
  const t = texts.in(voice.locale)
  const { incident } = situation
  const mark = kindMark(incident.kind, voice)
  const title = publicTitle({ ...incident, kind: 'real' }, voice)
  const head = (gaps: Record<string, string> = {}) => t(`announce.${fact.type}`, { mark, title, ...gaps })
  const isSecret = incident.visibility === 'private' && where === 'outside'
  const by = t('detail.by', { who: fact.actor.kind === 'person' ? personName(fact.actor.id, voice) : t('somebody') })
  const together = (...parts: (string | null)[]) => parts.filter(Boolean).join(` ${t('apart')} `)
  const reason = (words: string | null) => (words ? t('detail.reason', { reason: escapeClipped(words, 900) }) : null)
  switch (fact.type) {
    case 'incident.level_set': {
      const { from, to } = fact.data
      const changed = head({ emoji: levelEmoji(to, voice), from: levelName(from, voice), to: levelName(to, voice) })
      const words = where === 'outside' ? `${changed}\n${mark}${title}` : changed
      return asMessage([words], isSecret ? [] : [together(by, reason(fact.data.reason))])
    }
    case 'incident.summary_edited': {
      if (isSecret) return asMessage([head()], [])
      const { summary, impact } = fact.data
      const change = (key: 'summary' | 'impact', [from, to]: readonly [string | null, string | null]) =>
        from === to
          ? []
          : [
              t(`detail.${key}.before`, { text: escapeClipped(from ?? '—', 600) }),
              t(`detail.${key}.after`, { text: escapeClipped(to ?? '—', 600) }),
            ]
      return asMessage([head()], [...change('summary', summary), ...change('impact', impact), by])
    }
    case 'incident.recovered': {
      if (isSecret) return asMessage([head()], [])
      const { recoveredAt, permanence, postmortemOwner, postmortemDue } = fact.data
      const at = new Date(recoveredAt)
      const begun = incident.occurredAt ?? incident.detectedAt ?? incident.declaredAt
      const lasted = elapsed(at.getTime() - begun.getTime(), voice)
      const owner = postmortemOwner ? personName(postmortemOwner, voice) : '—'
      return asMessage(
        [where === 'inside' ? `${head()}\n${t('detail.thanks')}` : head()],
        [
          together(
            t('detail.recovered', { when: when(at, voice), elapsed: lasted }),
            permanence === 'provisional' || permanence === 'permanent' ? t(`detail.permanence.${permanence}`) : null,
          ),
          together(
            t('detail.declared', { who: personName(incident.declaredBy, voice) }),
            by,
            postmortemDue
              ? t('detail.postmortem.due', { owner, due: postmortemDue })
              : postmortemOwner
                ? t('detail.postmortem', { owner })
                : null,
          ),
        ],
      )
    }
    case 'incident.completed': {
      if (isSecret) return asMessage([head()], [])
      const { waivers } = fact.data
      const left = waivers ? [t('detail.waivers', { waivers: escapeClipped(waivers, 900) })] : []
      return asMessage([where === 'inside' ? `${head()}\n${t('detail.to-archive')}` : head()], [...left, by])
    }
    case 'incident.reopened':
    case 'incident.cancelled':
      return asMessage([head()], isSecret ? [] : [together(by, reason(fact.data.reason))])
    case 'channel.archived':
      return asMessage([head()], isSecret ? [] : [by])
    case 'roles.handler_taken':
      return asMessage([t('announce.roles.handler_taken', { who: personName(fact.data.user, voice) })], [])
  }
}

function asMessage(sections: string[], lines: string[]): MessageContent {
  const blocks: Block[] = [
    ...sections.map((text) => section(text)),
    ...(lines.length > 0 ? [context(lines.join('\n'))] : []),
  ]
  return { text: clip([...sections, ...lines].join('\n'), limits.messageText), blocks }
}
