import { channelLink } from '../../../kit/block-kit/index.ts'
import { type Announcements, reopenButton } from '../../faces/index.ts'
import type { Fact } from '../../facts/index.ts'
import type { Voice } from '../../situation/index.ts'
import { texts } from '../texts.ts'

/** Another incident by its channel; of a private one only that there is one. */
const otherName = (channelId: string | null, { locale }: Voice): string =>
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

/** Two incidents that go on as one, and apart again. */
export const mergedAnnouncements: Announcements<'incident.merged' | 'incident.absorbed' | 'incident.parted'> = {
  'incident.merged': {
    inside: true,
    outside: true,
    say({ data: { channel } }, telling) {
      const { voice, mark, title, by } = telling
      return {
        ...(telling.where === 'inside' ? reopenButton(telling) : {}),
        sections: [
          [
            texts.in(voice.locale)('announce.incident.merged', { mark, title }),
            ...(channel === undefined ? [] : [mergedInto(channel, voice)]),
          ].join('\n'),
        ],
        lines: [by],
      }
    },
    sayOfPrivate: (_fact, { voice, mark, title }) => ({
      sections: [texts.in(voice.locale)('announce.incident.merged', { mark, title })],
    }),
  },
  'incident.absorbed': {
    inside: true,
    outside: false,
    say: ({ data }, telling) => ({
      sections: [
        texts.in(telling.voice.locale)('announce.incident.absorbed', {
          mark: telling.mark,
          other: otherName(data.channel, telling.voice),
        }),
      ],
      lines: [telling.by],
    }),
  },
  'incident.parted': {
    inside: true,
    outside: false,
    say: ({ data }, telling) => ({
      sections: [
        texts.in(telling.voice.locale)('announce.incident.parted', {
          mark: telling.mark,
          other: otherName(data.channel, telling.voice),
        }),
      ],
      lines: [telling.by],
    }),
  },
}
