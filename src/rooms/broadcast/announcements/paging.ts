import { escapeText } from '../../../kit/block-kit/index.ts'
import { pageErrorWords } from '../../situation/index.ts'
import type { Announcements } from '../announcement.ts'
import { texts } from '../texts.ts'

/** Pages that do not come through: whoever reads it at night can still take up a telephone. */
export const pagingAnnouncements: Announcements<'paging.delayed' | 'paging.failed'> = {
  'paging.delayed': {
    inside: true,
    outside: false,
    say({ data: { pager, event, error } }, { voice }) {
      const t = texts.in(voice.locale)
      const gaps = { pager: escapeText(pager), why: pageErrorWords(error, voice) }
      return {
        sections: [t(event === 'trigger' ? 'announce.paging.delayed' : 'announce.paging.delayed.other', gaps)],
      }
    },
  },
  'paging.failed': {
    inside: true,
    outside: false,
    say({ data: { pager, event, error } }, { voice }) {
      const t = texts.in(voice.locale)
      const gaps = { pager: escapeText(pager), why: pageErrorWords(error, voice) }
      return { sections: [t(event === 'trigger' ? 'announce.paging.failed' : 'announce.paging.failed.other', gaps)] }
    },
  },
}
