import type { Locale } from '../../kit/i18n/index.ts'
import type { Incident } from '../incident/index.ts'
import { marksIn, type Settings } from '../settings/index.ts'
import { type GapKey, gapKeys } from './postmortem.ts'
import { fullEn, fullJa } from './templates/full.ts'

/** The form that a document takes. `isMini`: five questions in one form, and a short document. */
export type Template = { markdown: string; language: Locale; isMini: boolean }

/** The template of an incident, by what the settings say of its level and type. */
export function templateFor(_incident: Pick<Incident, 'level' | 'types' | 'kind'>, settings: Settings): Template {
  const { language } = settings
  return { markdown: language === 'ja' ? fullJa : fullEn, language, isMini: false }
}

/** Where a template shows what a gap is about. */
const shownBy: Partial<Record<GapKey, readonly string[]>> = {
  occurred_at: ['times', 'durations'],
  detected_at: ['times', 'durations'],
  level: ['level'],
}

/** What a document of this template can lack: what it has no place for is asked of nobody. */
export function gapsShown({ markdown }: Template): GapKey[] {
  const shown = new Set(marksIn(markdown).map(({ name }) => name))
  return gapKeys.filter((gap) => (shownBy[gap] ?? [gap]).some((name) => shown.has(name)))
}
