import { type Block, dateTimeInput, input, textInput } from '../../../../kit/block-kit/index.ts'
import { Refusal } from '../../../facts/index.ts'
import { timesOf } from '../../../incident/index.ts'
import {
  type Asked,
  miniSections,
  momentOf as momentGapOf,
  questionHint,
  questionWords,
  type SectionKey,
  sectionOf,
  wordsOfSection,
} from '../../../postmortem/index.ts'
import type { Situation, Voice } from '../../../situation/index.ts'
import { type Order, textOf } from '../../command.ts'

/** What a form is about: a section, a moment, or a mini review. Refuses what an old or strange button says. */
export function aboutOf(value: string | null | undefined): SectionKey | 'occurred_at' | 'detected_at' | 'mini' {
  const about = value === 'mini' ? value : (sectionOf(value) ?? momentGapOf(value))
  if (!about) throw new Refusal('section-unknown')
  return about
}

const sectionsOf = (about: SectionKey | 'mini'): readonly SectionKey[] => (about === 'mini' ? miniSections : [about])

/** The fields of one form: as a rule a single one, and five of a mini review. */
export function fieldsOf(
  about: ReturnType<typeof aboutOf>,
  situation: Situation,
  voice: Voice,
  hint?: string,
): Block[] {
  const { locale } = voice
  if (about === 'occurred_at' || about === 'detected_at') {
    const at = timesOf(situation.incident)[about] ?? undefined
    const label = questionWords(about, locale)
    return [input({ id: about, label, hint: questionHint(about, locale), element: dateTimeInput(at) })]
  }
  const written = situation.learning.written
  return sectionsOf(about).map((section) =>
    input({
      id: section,
      label: questionWords(section, locale),
      hint: [questionHint(section, locale), ...(hint && written.has(section) ? [hint] : [])].join(' '),
      optional: about === 'mini' || written.has(section),
      element: textInput({
        multiline: true,
        initial: wordsOfSection(section, { incident: situation.incident, written }),
        focus: about !== 'mini',
      }),
    }),
  )
}

/** What the form remembers of the versions that it showed, `3` or `0.1.0.0.2`. */
export const seenOf = (about: ReturnType<typeof aboutOf>, { learning }: Situation): string =>
  about === 'occurred_at' || about === 'detected_at'
    ? ''
    : sectionsOf(about)
        .map((section) => learning.written.get(section)?.version ?? 0)
        .join('.')

/** The sections that a form brings back, each with the version that it showed. */
export function sectionsIn(about: SectionKey | 'mini', seen: string, values: Order['values']) {
  const versions = seen.split('.').map(Number)
  return sectionsOf(about).map((section, n) => ({
    section,
    words: textOf(values[section]),
    seen: versions[n] ?? 0,
  }))
}

/** The question that an asker would put, in one sentence. */
export const titleOfAsked = (gap: Asked, voice: Voice): string => questionWords(gap, voice.locale)
