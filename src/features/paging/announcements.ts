import { escapeClipped, escapeText } from '../../kit/block-kit/index.ts'
import type { Announcements } from '../../rooms/faces/index.ts'
import { pageErrorWords, pagerName } from '../../rooms/situation/index.ts'
import { texts } from './announcement-texts.ts'

/** Who was called and what became of it; and pages that do not come through: whoever reads it at night can still take up a telephone. */
export const pagingAnnouncements: Announcements<
  'paging.called' | 'paging.answered' | 'paging.delayed' | 'paging.failed'
> = {
  'paging.called': {
    inside: true,
    outside: false,
    say({ data: { pagers, reason } }, { voice, by, together, mark }) {
      const t = texts.in(voice.locale)
      const list = pagers.map((pager) => pagerName(pager, voice)).join(t('announce.paging.between'))
      const why = reason ? t('announce.paging.why', { reason: escapeClipped(reason, 900) }) : null
      return { sections: [t('announce.paging.called', { mark, pagers: list })], lines: [together(by, why)] }
    },
  },
  'paging.answered': {
    inside: true,
    outside: false,
    say({ data: { pager, answer, who } }, { voice }) {
      const t = texts.in(voice.locale)
      const gaps = { pager: pagerName(pager, voice), who: escapeText(who ?? '') }
      return { sections: [t(who === null ? `announce.page.${answer}` : `announce.page.${answer}.who`, gaps)] }
    },
  },
  'paging.delayed': {
    inside: true,
    outside: false,
    say({ data: { pager, event, error } }, { voice }) {
      const t = texts.in(voice.locale)
      const gaps = { pager: pagerName(pager, voice), why: pageErrorWords(error, voice) }
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
      const gaps = { pager: pagerName(pager, voice), why: pageErrorWords(error, voice) }
      return { sections: [t(event === 'trigger' ? 'announce.paging.failed' : 'announce.paging.failed.other', gaps)] }
    },
  },
}
