import { clip } from '../../../kit/block-kit/index.ts'
import type { Locale } from '../../../kit/i18n/index.ts'
import { inline } from '../../../kit/markdown/index.ts'
import type { Finding } from './lint.ts'
import { texts } from './texts.ts'

/** What somebody wrote is quoted so far, in characters. */
const longestQuote = 80

/** What a part of the document is called. */
export const sectionName = (section: Finding['section'], locale: Locale): string =>
  texts.in(locale)(`section.${section}`)

/** One finding in plain words: where, what stands there, and what would help. */
export function findingWords({ rule, section, quote }: Finding, locale: Locale): string {
  const t = texts.in(locale)
  const gaps = { section: sectionName(section, locale), advice: t(`advice.${rule}`) }
  return quote === null
    ? t('row.plain', gaps)
    : t('row', { ...gaps, quote: t('quoted', { quote: clip(quote, longestQuote) }) })
}

/**
 * All of them for a pull request, as Markdown in which what people wrote is text.
 */
export function findingsAsMarkdown(findings: readonly Finding[], locale: Locale): string {
  const t = texts.in(locale)
  if (findings.length === 0) return `${t('markdown.title')}\n\n${t('markdown.none')}\n`
  const rows = findings.map(({ quote, ...finding }) => {
    const short = quote === null ? null : clip(quote, longestQuote)
    const gaps = { section: t(`section.${finding.section}`), advice: t(`advice.${finding.rule}`) }
    return `- ${short === null ? t('row.plain', gaps) : t('row', { ...gaps, quote: t('quoted', { quote: inline(short) }) })}`
  })
  return `${t('markdown.title')}\n\n${t('markdown.intro')}\n\n${rows.join('\n')}\n`
}
