import type { Announcements, Telling } from '../announcement.ts'
import { texts } from '../texts.ts'

const archived = ({ mark, title, voice }: Telling) =>
  texts.in(voice.locale)('announce.channel.archived', { mark, title })

/** What people do to the incident's channel by hand. */
export const channelAnnouncements: Announcements<'channel.archived'> = {
  'channel.archived': {
    inside: false,
    outside: true,
    say: ({ data }, telling) => ({
      sections: [archived(telling)],
      lines: [data.because === 'due' ? texts.in(telling.voice.locale)('detail.archived-due') : telling.by],
    }),
    sayOfPrivate: (_fact, telling) => ({ sections: [archived(telling)] }),
  },
}
