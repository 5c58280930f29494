import type { Locale } from '../../kit/i18n/index.ts'
import type { Incident } from '../incident/index.ts'
import { marksIn, owedOf, type Settings, templateOf } from '../settings/index.ts'
import { type GapKey, gapKeys, miniSections } from './postmortem.ts'
import { fullEn, fullJa } from './templates/full.ts'
import { miniEn, miniJa } from './templates/mini.ts'

/** The form that a document takes. `isMini`: it is asked for by five questions in one form. */
export type Template = { markdown: string; language: Locale; isMini: boolean }

const builtIn = { full: { ja: fullJa, en: fullEn }, mini: { ja: miniJa, en: miniEn } } as const

/** The template of an incident: the first of the settings' that fits, else the built-in one of what it owes. */
export function templateFor(
  incident: Pick<Incident, 'service' | 'level' | 'types' | 'kind'>,
  settings: Settings,
): Template {
  const chosen = templateOf(settings, incident)
  const language = chosen?.language ?? settings.language
  const owed = owedOf(settings, incident).document === 'mini' ? 'mini' : 'full'
  const use = chosen?.use ?? owed
  return { markdown: chosen?.text ?? builtIn[use][language], language, isMini: use === 'mini' }
}

/** Where a template shows what a gap is about. */
const shownBy: Partial<Record<GapKey, readonly string[]>> = {
  occurred_at: ['times', 'durations'],
  detected_at: ['times', 'durations'],
  level: ['level'],
}

/** What a document of this template can lack: what it has no place for is asked of nobody. */
export function gapsShown({ markdown, isMini }: Template): GapKey[] {
  const shown = new Set(marksIn(markdown).map(({ name }) => name))
  // Five questions are five: nothing else is missing of a mini review.
  const possible: readonly GapKey[] = isMini ? gapKeys.filter((gap) => isMiniSection(gap)) : gapKeys
  return possible.filter((gap) => (shownBy[gap] ?? [gap]).some((name) => shown.has(name)))
}

const isMiniSection = (gap: GapKey): boolean => (miniSections as readonly string[]).includes(gap)
