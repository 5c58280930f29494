import { personName } from '../../situation/index.ts'
import type { Announcements } from '../announcement.ts'
import { texts } from '../texts.ts'

/** Who does what. */
export const rolesAnnouncements: Announcements<'roles.handler_taken'> = {
  'roles.handler_taken': {
    inside: true,
    outside: false,
    say: ({ data }, { voice }) => ({
      sections: [texts.in(voice.locale)('announce.roles.handler_taken', { who: personName(data.user, voice) })],
    }),
  },
}
