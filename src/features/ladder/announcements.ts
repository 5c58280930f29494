import { escapeText } from '../../kit/block-kit/index.ts'
import type { Announcements } from '../../rooms/faces/index.ts'
import { dayName, oneLine, personName } from '../../rooms/situation/index.ts'
import { texts } from './announcement-texts.ts'

const here = { inside: true, outside: false } as const

/** What is settled about the postmortem, to those who were there. */
export const ladderAnnouncements: Announcements<
  | 'ladder.postponed'
  | 'ladder.waived'
  | 'ladder.published'
  | 'ladder.assigned'
  | 'ladder.review_held'
  | 'ladder.review_waived'
> = {
  'ladder.postponed': {
    ...here,
    say: ({ data }, { voice, together, reason, by }) => ({
      sections: [
        texts.in(voice.locale)('announce.ladder.postponed', {
          from: dayName(data.from, voice),
          to: dayName(data.to, voice),
        }),
      ],
      lines: [together(reason(oneLine(data.reason)), by)],
    }),
  },
  'ladder.waived': {
    ...here,
    say: ({ data }, { voice, together, reason, by }) => ({
      sections: [texts.in(voice.locale)('announce.ladder.waived')],
      lines: [together(reason(oneLine(data.reason)), by)],
    }),
  },
  'ladder.published': {
    inside: true,
    outside: true,
    inThread: true,
    say: ({ data: { link } }, { voice, mark, title, by }) => ({
      sections: [
        link === null
          ? texts.in(voice.locale)('announce.ladder.published', { mark, title })
          : texts.in(voice.locale)('announce.ladder.published.link', { mark, title, link: escapeText(link) }),
      ],
      lines: [by],
    }),
    sayOfPrivate: (_fact, { voice, mark, title }) => ({
      sections: [texts.in(voice.locale)('announce.ladder.published.secret', { mark, title })],
    }),
  },
  'ladder.review_held': {
    ...here,
    say: (_fact, { voice, by }) => ({ sections: [texts.in(voice.locale)('announce.ladder.review_held')], lines: [by] }),
  },
  'ladder.review_waived': {
    ...here,
    say: ({ data }, { voice, together, reason, by }) => ({
      sections: [texts.in(voice.locale)('announce.ladder.review_waived')],
      lines: [together(reason(oneLine(data.reason)), by)],
    }),
  },
  'ladder.assigned': {
    ...here,
    people: ({ data }) => [data.to],
    say: ({ data }, { voice, by }) => ({
      sections: [
        texts.in(voice.locale)('announce.ladder.assigned', {
          who: personName(data.to, voice),
          due: dayName(data.due, voice),
        }),
      ],
      lines: [by],
    }),
  },
}
