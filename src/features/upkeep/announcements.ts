import type { Announcements } from '../../rooms/faces/index.ts'
import { verbButton } from '../../rooms/faces/index.ts'
import { when } from '../../rooms/situation/index.ts'
import { texts } from './announcement-texts.ts'

/** The channel's own end, said before it comes. */
export const upkeepAnnouncements: Announcements<'upkeep.archive_announced' | 'upkeep.archive_put_off'> = {
  'upkeep.archive_announced': {
    inside: true,
    outside: false,
    say: ({ data }, { voice }) => ({
      sections: [
        texts.in(voice.locale)('announce.upkeep.archive_announced', { when: when(new Date(data.archiveAt), voice) }),
      ],
      buttons: [verbButton('put-off-archive', voice)],
    }),
  },
  'upkeep.archive_put_off': {
    inside: true,
    outside: false,
    say: ({ data }, { voice, by }) => ({
      sections: [
        texts.in(voice.locale)('announce.upkeep.archive_put_off', { when: when(new Date(data.archiveAt), voice) }),
      ],
      lines: [by],
    }),
  },
}
