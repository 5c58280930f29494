import { escapeClipped, limits } from '../../kit/block-kit/index.ts'
import type { Announcements, Telling } from '../../rooms/faces/index.ts'
import { nextUpdateWords, threeLines } from '../../rooms/faces/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import { reportName, when } from '../../rooms/situation/index.ts'
import { texts } from './announcement-texts.ts'

type Posted = FactOf<'updates.posted'>

/** In the incident's own channel the condition follows in the same line: what else stands there is people's own words. */
function head({ data }: Posted, { mark, title, where, voice }: Telling): string {
  const t = texts.in(voice.locale)
  const report = reportName(data.report, voice)
  return where === 'inside'
    ? `${t('announce.updates.posted', { mark, report })} ${escapeClipped(data.condition, 2800)}`
    : t('announce.updates.posted.outside', { mark, report, title })
}

/** That nothing has changed: what is said is what somebody said, so who did stands under it. */
const sameAsBefore = ({ mark, title, where, voice }: Telling): string =>
  where === 'inside'
    ? texts.in(voice.locale)('announce.updates.unchanged', { mark })
    : texts.in(voice.locale)('announce.updates.unchanged.outside', { mark, title })

const nextWords = (nextAt: string, voice: Telling['voice']): string =>
  nextUpdateWords(when(new Date(nextAt), voice), voice.locale)

/** As few sections as Slack's limit of one allows: the space on a telephone is dear. */
function packed(parts: readonly string[]): string[] {
  const sections: string[] = []
  for (const part of parts) {
    const last = sections.at(-1)
    if (last !== undefined && last.length + part.length < limits.sectionText)
      sections.push(`${sections.pop()}\n${part}`)
    else sections.push(part)
  }
  return sections
}

/** How things stand. */
export const updatesAnnouncements: Announcements<'updates.posted' | 'updates.unchanged'> = {
  'updates.posted': {
    inside: true,
    outside: true,
    inThread: true,
    say(fact, telling) {
      const { condition, action, need, impact, impactBefore, nextAt } = fact.data
      const { voice, together, by } = telling
      const t = texts.in(voice.locale)
      const isNews = impact !== impactBefore
      const part = (key: 'condition' | 'action' | 'need' | 'impact', words: string | null, most: number) =>
        words ? [t(`update.${key}`, { text: escapeClipped(words, most) })] : []
      return {
        sections: packed([
          head(fact, telling),
          ...(telling.where === 'inside' ? [] : part('condition', condition, 2800)),
          ...part('action', action, 2500),
          ...part('need', need, 2500),
          ...(isNews ? part('impact', impact ?? '—', 2500) : []),
        ]),
        lines: [
          ...(isNews && impactBefore ? [t('update.impact.before', { text: escapeClipped(impactBefore, 300) })] : []),
          together(by, nextAt ? nextWords(nextAt, voice) : null),
        ],
      }
    },
    sayBriefly(fact, telling) {
      const { condition, impact, nextAt, report } = fact.data
      const { summary } = telling.situation.incident
      const next = report === 'final' ? ('never' as const) : nextAt ? new Date(nextAt) : null
      const gist = { summary, impact, condition, handler: null, nextAt: next }
      return { sections: [`${head(fact, telling)}\n${threeLines(gist, telling.voice)}`] }
    },
    sayOfPrivate: (fact, telling) => ({ sections: [head(fact, telling)] }),
  },
  'updates.unchanged': {
    inside: true,
    outside: true,
    inThread: true,
    say: ({ data }, telling) => ({
      sections: [sameAsBefore(telling)],
      lines: [telling.together(telling.by, nextWords(data.nextAt, telling.voice))],
    }),
    sayOfPrivate: ({ data }, telling) => ({
      sections: [sameAsBefore(telling)],
      lines: [nextWords(data.nextAt, telling.voice)],
    }),
  },
}
