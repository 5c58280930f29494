import type { Locale } from '../../kit/i18n/index.ts'
import { texts } from './texts.ts'

/** The five points of a review, in their order: what happened first, and what comes of it last. */
export function agendaOf(locale: Locale): string[] {
  const t = texts.in(locale)
  return (['happened', 'why', 'noticed', 'well', 'next'] as const).map(
    (point, at) => `${at + 1}. ${t(`agenda.${point}`)}`,
  )
}
