import type { Announcements, Telling } from '../../rooms/faces/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import { texts } from './announcement-texts.ts'

type Archived = FactOf<'channel.archived'>

const archived = ({ data }: Archived, { mark, title, voice }: Telling) =>
  texts.in(voice.locale)(data.because === 'deleted' ? 'announce.channel.deleted' : 'announce.channel.archived', {
    mark,
    title,
  })

/** What people do to the incident's channel by hand. */
export const channelAnnouncements: Announcements<'channel.archived'> = {
  'channel.archived': {
    inside: false,
    outside: true,
    say: (fact, telling) => ({
      sections: [archived(fact, telling)],
      lines: [fact.data.because === 'due' ? texts.in(telling.voice.locale)('detail.archived-due') : telling.by],
    }),
    sayOfPrivate: (fact, telling) => ({ sections: [archived(fact, telling)] }),
  },
}
