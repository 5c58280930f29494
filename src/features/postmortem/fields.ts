import { type Block, dateTimeInput, fieldActionId, input, select, textInput } from '../../kit/block-kit/index.ts'
import { levelOptions, listOf, momentOf, type Order, textOf, typesInput } from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import { timesOf } from '../../rooms/incident/index.ts'
import {
  type Asked,
  miniSections,
  momentOf as momentGapOf,
  questionHint,
  questionWords,
  type SectionKey,
  sectionOf,
  type Told,
  wordsOfSection,
} from '../../rooms/postmortem/index.ts'
import { incidentTypes } from '../../rooms/settings/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'

/** What the incident itself keeps, and what the document says. */
type Kept = 'occurred_at' | 'detected_at' | 'types'
export type About = SectionKey | 'mini' | Kept

export const isKept = (about: About | 'level'): about is Kept =>
  about === 'occurred_at' || about === 'detected_at' || about === 'types'

/** What a form is about: a section, what the incident keeps, or a mini review. Refuses what an old or strange button says. */
export function aboutOf(value: string | null | undefined): About {
  const about = value === 'mini' || value === 'types' ? value : (sectionOf(value) ?? momentGapOf(value))
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
  if (isKept(about)) return [askedField(about, situation, voice)]
  const { written } = situation.learning
  return sectionsOf(about).map((section) =>
    askedField(section, situation, voice, {
      optional: about === 'mini' || written.has(section),
      focus: about !== 'mini',
      ...(hint && written.has(section) ? { hint } : {}),
    }),
  )
}

/**
 * One question with the field that fits its answer, filled with what is known, in whatever form it is asked. `hint` stands behind the
 * question's own.
 */
export function askedField(
  about: SectionKey | Kept | 'level',
  { incident, learning }: Situation,
  voice: Voice,
  { optional = false, focus = false, hint }: { optional?: boolean; focus?: boolean; hint?: string } = {},
): Block {
  const { locale } = voice
  const hints = [...(about === 'level' ? [] : [questionHint(about, locale)]), ...(hint ? [hint] : [])].join(' ')
  const shared = { label: questionWords(about, locale), optional, ...(hints ? { hint: hints } : {}) }
  // What the incident itself keeps is named as in the command that does only this.
  if (about === 'types') return input({ ...shared, id: 'type', element: typesInput(incident.types, voice) })
  if (about === 'level')
    return input({
      ...shared,
      id: 'level',
      element: select({ actionId: fieldActionId, options: levelOptions(voice) }),
    })
  if (isKept(about))
    return input({ ...shared, id: about, element: dateTimeInput(timesOf(incident)[about] ?? undefined) })
  const initial = wordsOfSection(about, { incident, written: learning.written })
  return input({ ...shared, id: about, element: textInput({ multiline: true, initial, focus }) })
}

/** What somebody said of it in such a form; undefined where they left the field empty. */
export function toldIn(about: Kept, values: Order['values']): Told | undefined {
  if (about === 'types') {
    const types = incidentTypes.filter((type) => listOf(values.type).includes(type))
    return types.length > 0 ? { types } : undefined
  }
  const at = momentOf(values[about])
  return at ? { at } : undefined
}

/** What the form remembers of the versions that it showed, `3` or `0.1.0.0.2`. */
export const seenOf = (about: About, { learning }: Situation): string =>
  isKept(about)
    ? ''
    : sectionsOf(about)
        .map((section) => learning.written.get(section)?.version ?? 0)
        .join('.')

/** The sections that a form brings back, emptied ones too, and the versions that it showed. */
export function writingIn(about: SectionKey | 'mini', seen: string, values: Order['values']): Record<string, unknown> {
  const versions = seen.split('.').map(Number)
  const sections = sectionsOf(about)
  return {
    ...Object.fromEntries(sections.map((section) => [section, textOf(values[section])])),
    seen: Object.fromEntries(sections.map((section, n) => [section, versions[n] ?? 0])),
  }
}

/** The question that an asker would put, in one sentence. */
export const titleOfAsked = (gap: Asked, voice: Voice): string => questionWords(gap, voice.locale)
