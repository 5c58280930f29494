import type { Announcements, Telling } from '../../rooms/faces/index.ts'
import { kindName, timeName, typeNames, visibilityName, whenKnown } from '../../rooms/situation/index.ts'
import { texts } from './announcement-texts.ts'

const both = { inside: true, outside: true } as const

/** Where it stands among others, the incident is named under the news. */
const named = (news: string, { where, title }: Telling): string => (where === 'outside' ? `${news}\n${title}` : news)

/** What is said of an incident, said again: before and after, where it was announced. */
export const propertyAnnouncements: Announcements<
  'incident.type_set' | 'incident.kind_set' | 'incident.visibility_set' | 'incident.times_edited'
> = {
  'incident.type_set': {
    ...both,
    inThread: true,
    say({ data }, telling) {
      const { voice, by } = telling
      const gaps = { from: typeNames(data.from, voice), to: typeNames(data.to, voice) }
      return { sections: [texts.in(voice.locale)('announce.incident.type_set', gaps)], lines: [by] }
    },
    // Which harm it is would tell what happened.
    sayOfPrivate: (_fact, { title }) => ({ sections: [title] }),
  },
  'incident.kind_set': {
    ...both,
    say: ({ data: { from, to, reason } }, telling) => ({
      sections: [`${named(kindChange(telling, from, to), telling)}\n${meaning(telling, to)}`],
      lines: [telling.together(telling.by, telling.reason(reason))],
    }),
    sayOfPrivate: ({ data: { from, to } }, telling) => ({
      sections: [`${named(kindChange(telling, from, to), telling)}\n${meaning(telling, to)}`],
    }),
  },
  'incident.visibility_set': {
    ...both,
    say({ data: { from, to } }, telling) {
      const { voice, where, situation } = telling
      const t = texts.in(voice.locale)
      const gaps = { from: visibilityName(from, voice), to: visibilityName(to, voice) }
      const changed = named(t('announce.incident.visibility_set', gaps), telling)
      const left = situation.channel.isPrivate === (to === 'private')
      const note = left || where === 'outside' ? [] : [t(to === 'private' ? 'detail.convert' : 'detail.still-closed')]
      return { sections: [[changed, ...note].join('\n')], lines: [telling.by] }
    },
    sayOfPrivate: (_fact, { voice, mark }) => ({ sections: [texts.in(voice.locale)('announce.hidden', { mark })] }),
  },
  'incident.times_edited': {
    ...both,
    inThread: true,
    say({ data: { changes, reason } }, telling) {
      const { voice } = telling
      const t = texts.in(voice.locale)
      const at = (moment: string | null) => whenKnown(moment ? new Date(moment) : null, voice)
      return {
        sections: [t('announce.incident.times_edited')],
        lines: [
          ...changes.map(({ field, from, to }) =>
            t('detail.time', { what: timeName(field, voice), from: at(from), to: at(to) }),
          ),
          telling.together(telling.by, telling.reason(reason)),
        ],
      }
    },
    sayOfPrivate: (_fact, { voice }) => ({ sections: [texts.in(voice.locale)('announce.incident.times_edited')] }),
  },
}

function kindChange({ voice }: Telling, from: string, to: string): string {
  const gaps = { from: kindName(from, voice), to: kindName(to, voice) }
  return texts.in(voice.locale)('announce.incident.kind_set', gaps)
}

/** What it means for whoever reads it: the wrong guess is costly in either direction. */
const meaning = ({ voice }: Telling, to: string): string =>
  texts.in(voice.locale)(to === 'real' ? 'detail.kind.real' : 'detail.kind.practice')
