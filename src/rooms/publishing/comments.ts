import { bodyForGitHub } from '../../kit/github/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import { type Draft, findingsAsMarkdown } from '../postmortem/index.ts'
import { differences } from './diff.ts'
import { texts } from './texts.ts'

/** By these the bot finds its own again, when a crash kept it from noting where they are. Never changed. */
export const pullMarker = (incidentId: string): string => `<!-- sssbot:incident:${incidentId} -->`
export const adviceMarker = '<!-- sssbot:advice -->'
export const differenceMarker = '<!-- sssbot:difference -->'

/** So much of what differs fits beside the rest. */
const longestComment = 60_000

/** What the bot says beside the document: how much is missing, and what its linter advises. */
export function adviceComment({ gaps, findings, language }: Pick<Draft, 'gaps' | 'findings' | 'language'>): string {
  const t = texts.in(language)
  const missing = gaps.length > 0 ? t('advice.gaps', { count: gaps.length }) : t('advice.complete')
  const whole = [adviceMarker, missing, findingsAsMarkdown(findings, language).trim()].join('\n\n')
  return bodyForGitHub(whole)
}

/** What the record says now and the file, which a person has edited, did not get. */
export function differenceComment(written: string, now: string, locale: Locale): string {
  const t = texts.in(locale)
  const found = differences(written, now)
  if (found.length === 0) return [differenceMarker, t('difference.title'), t('difference.none')].join('\n\n')
  let length = 0
  const kept = found.filter((line) => {
    length += line.length + 1
    return length < longestComment
  })
  // A fence that is longer than any in the text is closed by nothing in it.
  const fence = '`'.repeat(Math.max(3, ...[...kept.join('\n').matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return [
    differenceMarker,
    t('difference.title'),
    t('difference.why'),
    `${fence}diff\n${kept.join('\n')}\n${fence}`,
    ...(kept.length < found.length ? [t('difference.cut')] : []),
  ].join('\n\n')
}
