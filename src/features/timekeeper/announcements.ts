import type { Announcements } from '../../rooms/faces/index.ts'
import { oneLine, when } from '../../rooms/situation/index.ts'
import { texts } from './announcement-texts.ts'

/** A reminder that was moved: one line, so that everybody knows why it is quiet. */
export const timekeeperAnnouncements: Announcements<'timekeeper.snoozed'> = {
  'timekeeper.snoozed': {
    inside: true,
    outside: false,
    say({ data }, { voice, together, by, reason }) {
      const which = data.reminder === 'update' ? 'update' : 'checkpoint'
      const moved = texts.in(voice.locale)(`announce.timekeeper.snoozed.${which}`, {
        when: when(new Date(data.until), voice),
      })
      const why = reason(oneLine(data.reason))
      return { sections: [], lines: [together(moved, why, by)] }
    },
  },
}
