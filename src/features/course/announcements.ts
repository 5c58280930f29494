import { escapeClipped } from '../../kit/block-kit/index.ts'
import { later } from '../../kit/clock.ts'
import {
  type Announcements,
  apartSign,
  plainButton,
  reopenButton,
  type Telling,
  verbButton,
} from '../../rooms/faces/index.ts'
import { severity } from '../../rooms/settings/index.ts'
import {
  dayName,
  elapsed,
  firstKnown,
  lasted,
  leftName,
  levelEmoji,
  levelValue,
  personName,
  when,
} from '../../rooms/situation/index.ts'
import { texts } from './announcement-texts.ts'

const both = { inside: true, outside: true } as const

/** `announce.incident.<what>` with the incident's mark and title in it. */
const head = ({ mark, title, voice }: Telling, what: 'recovered' | 'reopened' | 'completed' | 'cancelled') =>
  texts.in(voice.locale)(`announce.incident.${what}`, { mark, title })

function levelChange({ voice, where, title }: Telling, from: string | null, to: string): string {
  const gaps = { emoji: levelEmoji(to, voice), from: levelValue(from, voice), to: levelValue(to, voice) }
  const key = from ? 'announce.incident.level_set' : 'announce.incident.level_set.first'
  const changed = texts.in(voice.locale)(key, gaps)
  return where !== 'inside' ? `${changed}\n${title}` : changed
}

/** What happens to the incident itself. */
export const incidentAnnouncements: Announcements<
  | 'incident.level_set'
  | 'incident.summary_edited'
  | 'incident.recovered'
  | 'incident.reopened'
  | 'incident.completed'
  | 'incident.cancelled'
> = {
  'incident.level_set': {
    ...both,
    // Who is away from the controls is stirred by a level that rises, and not by one that falls.
    isQuiet: ({ data: { from, to } }, { levels }) => from !== null && severity(to, levels) <= severity(from, levels),
    say({ data: { from, to, reason } }, telling) {
      return {
        sections: [levelChange(telling, from, to)],
        lines: [telling.together(telling.by, telling.reason(reason))],
      }
    },
    sayOfPrivate: ({ data: { from, to } }, telling) => ({ sections: [levelChange(telling, from, to)] }),
  },
  'incident.summary_edited': {
    ...both,
    inThread: true,
    sayOfPrivate: (_fact, { voice }) => ({ sections: [texts.in(voice.locale)('announce.incident.summary_edited')] }),
    say({ data: { summary, impact } }, { voice, by }) {
      const t = texts.in(voice.locale)
      const change = (key: 'summary' | 'impact', [from, to]: readonly [string | null, string | null]) =>
        from === to
          ? []
          : [
              t(`detail.${key}.before`, { text: escapeClipped(from ?? '—', 600) }),
              t(`detail.${key}.after`, { text: escapeClipped(to ?? '—', 600) }),
            ]
      const [before, after] = impact
      // What nobody knew before is told, and not compared with nothing.
      if (before === null && after !== null && summary[0] === summary[1])
        return { sections: [t('announce.incident.impact_known', { text: escapeClipped(after, 1200) })], lines: [by] }
      return {
        sections: [t('announce.incident.summary_edited')],
        lines: [...change('summary', summary), ...change('impact', impact), by],
      }
    },
  },
  'incident.recovered': {
    ...both,
    people: ({ data }) => [data.postmortemOwner],
    say({ data }, telling) {
      const { situation, where, voice, together, doer } = telling
      const { incident } = situation
      const { permanence, postmortemOwner, postmortemDue, note } = data
      const t = texts.in(voice.locale)
      const at = new Date(data.recoveredAt)
      const { occurredAt } = incident
      const long = occurredAt
        ? t('detail.lasted', { elapsed: elapsed(at.getTime() - occurredAt.getTime(), voice) })
        : at.getTime() - firstKnown(incident).at.getTime() < 60_000
          ? null
          : lasted(incident, at, voice)
      const owner = postmortemOwner ? personName(postmortemOwner, voice) : '—'
      const title = head(telling, 'recovered')
      return {
        ...reopenButton(telling),
        sections: [
          [
            title,
            ...(note ? [escapeClipped(note, 800)] : []),
            ...(where === 'inside' ? [t('detail.thanks')] : []),
          ].join('\n'),
        ],
        lines: [
          together(
            t('detail.recovered', { when: when(at, voice) }),
            long,
            permanence === 'provisional' || permanence === 'permanent' ? t(`detail.permanence.${permanence}`) : null,
          ),
          together(
            t('detail.declared', { who: personName(incident.declaredBy, voice) }),
            t('detail.declared-over', { who: doer }),
            postmortemDue
              ? t('detail.postmortem.due', { owner, due: dayName(postmortemDue, voice) })
              : postmortemOwner
                ? t('detail.postmortem', { owner })
                : null,
          ),
        ],
      }
    },
    sayOfPrivate: (_fact, telling) => ({ sections: [head(telling, 'recovered')] }),
  },
  'incident.completed': {
    ...both,
    say({ at, data: { waivers, left = [] } }, telling) {
      const { voice, where, by } = telling
      const { archive_after: after } = voice.settings.channels
      const isInside = where === 'inside'
      const t = texts.in(voice.locale)
      const title = head(telling, 'completed')
      const undone = left.map((each) => leftName(each, voice)).join(` ${apartSign(voice.locale)} `)
      return {
        ...(isInside
          ? { buttons: [plainButton('archive-now', voice), verbButton('reopen', voice)] }
          : reopenButton(telling)),
        sections: [title],
        lines: [
          ...(undone ? [t('detail.left', { undone })] : []),
          ...(waivers ? [t('detail.waivers', { waivers: escapeClipped(waivers, 900) })] : []),
          ...(isInside && after !== 'off' ? [t('detail.archive-at', { when: when(later(at, after), voice) })] : []),
          by,
        ],
      }
    },
    sayOfPrivate: (_fact, telling) => ({ sections: [head(telling, 'completed')] }),
  },
  'incident.reopened': {
    ...both,
    say: ({ data }, telling) => ({
      sections: [head(telling, 'reopened')],
      lines: [telling.together(telling.by, telling.reason(data.reason))],
    }),
    sayOfPrivate: (_fact, telling) => ({ sections: [head(telling, 'reopened')] }),
  },
  'incident.cancelled': {
    ...both,
    say: ({ data }, telling) => ({
      ...reopenButton(telling),
      sections: [head(telling, 'cancelled')],
      lines: [telling.together(telling.by, telling.reason(data.reason))],
    }),
    sayOfPrivate: (_fact, telling) => ({ sections: [head(telling, 'cancelled')] }),
  },
}
