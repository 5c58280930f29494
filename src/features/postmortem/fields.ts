import { type Block, dateTimeInput, input, textInput } from '../../kit/block-kit/index.ts'
import { listOf, momentOf, type Order, textOf, typesInput } from '../../rooms/faces/index.ts'
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

export const isKept = (about: About): about is Kept =>
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
  const { locale } = voice
  if (about === 'types') return [typesField(situation, voice)]
  if (isKept(about)) {
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

/** What kind of harm it was: the field is named as in the command that does only this. */
function typesField({ incident }: Situation, voice: Voice): Block {
  return input({
    id: 'type',
    label: questionWords('types', voice.locale),
    hint: questionHint('types', voice.locale),
    element: typesInput(incident.types, voice),
  })
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
