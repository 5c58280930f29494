import { type Announcements, mergedInto, otherName, reopenButton } from '../../rooms/faces/index.ts'
import { texts } from './announcement-texts.ts'

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
