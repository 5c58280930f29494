import { person } from '../../kit/block-kit/index.ts'
import type { Announcements } from '../../rooms/faces/index.ts'
import { texts } from './announcement-texts.ts'

/** Who was called and is silent: named once, to the one who leads. */
export const callsAnnouncements: Announcements<'calls.unanswered'> = {
  'calls.unanswered': {
    inside: true,
    outside: false,
    people: ({ data }) => [data.handler, ...data.people],
    say({ data }, { voice }) {
      const t = texts.in(voice.locale)
      const names = data.people.map(person).join(' ')
      const more = data.count - data.people.length
      const gaps = { count: data.count, who: more > 0 ? t('more', { who: names, count: more }) : names }
      const head = data.handler
        ? t('unanswered.handler', { ...gaps, handler: person(data.handler) })
        : t('unanswered', gaps)
      return { sections: [head], lines: [t('unanswered.next')] }
    },
  },
}
