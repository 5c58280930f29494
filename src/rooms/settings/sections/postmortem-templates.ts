import { z } from 'zod'
import { locales } from '../../../kit/i18n/index.ts'
import { key } from '../values/address.ts'
import { type IncidentKind, type IncidentType, incidentKinds, incidentTypes } from '../values/incident-words.ts'
import type { Localized } from '../values/localized.ts'
import { nearest } from '../values/spelling.ts'
import { type Levels, severity } from './level.ts'
import { isPlaceholder, marksIn, placeholders } from './postmortem-template.ts'

const oneOrMore = <T extends z.ZodType<string>>(item: T) =>
  z.union([item, z.array(item).min(1)]).transform((value): z.output<T>[] => (Array.isArray(value) ? value : [value]))

const when = z.strictObject({
  service: oneOrMore(key).optional(),
  level: oneOrMore(key).optional().describe('Exactly these levels'),
  at_least: key.optional().describe('This level or a worse one. このレベル以上'),
  type: oneOrMore(z.enum(incidentTypes)).optional().describe('Any of these. いずれかの種類'),
  kind: oneOrMore(z.enum(incidentKinds)).optional(),
})

/** Which document an incident gets: a built-in one, or a Markdown file beside the settings file. */
const template = z
  .strictObject({
    when: when.prefault({}).describe('All conditions must hold. 条件'),
    use: z.enum(['full', 'mini']).optional().describe('A built-in template. 組み込みのひな形'),
    file: z
      .string()
      .regex(/^(?![/\\~])(?!.*\.\.(?:[/\\]|$)).+\.md$/, 'template_file')
      .optional()
      .describe('A Markdown file with placeholders, beside the settings file. Markdownのひな形'),
    language: z.enum(locales).optional().describe('Of the document; default: language. 文書の言語'),
  })
  .refine(({ use, file }) => (use === undefined) !== (file === undefined), 'template_source')
  // What the file says is read when the settings are.
  .transform((whole): typeof whole & { text?: string } => whole)

export const templates = z.array(template).default([])

export type PostmortemTemplate = z.output<typeof template>

/** The first template whose conditions hold; undefined where none does. */
export function templateOf(
  { levels, postmortem }: { levels: Levels; postmortem: { templates: readonly PostmortemTemplate[] } },
  incident: { service: string; level: string | null; types: readonly IncidentType[]; kind: IncidentKind },
): PostmortemTemplate | undefined {
  const severe = severity(incident.level ?? undefined, levels)
  return postmortem.templates.find(
    ({ when }) =>
      (!when.service || when.service.includes(incident.service)) &&
      (!when.level || (incident.level !== null && when.level.includes(incident.level))) &&
      (!when.at_least || (severe > 0 && severe >= severity(when.at_least, levels))) &&
      (!when.type || when.type.some((type) => incident.types.includes(type))) &&
      (!when.kind || when.kind.includes(incident.kind)),
  )
}

/** What is wrong with a template, line by line from 1; nothing where it can be used. */
export function templateProblems(text: string): { line: number; message: Localized }[] {
  const marks = marksIn(text)
  const unknown = marks.filter(({ name }) => !isPlaceholder(name))
  if (marks.length > 0) return unknown.map(({ name, line }) => ({ line, message: noSuch(name) }))
  const message = {
    ja: `差し込みが一つもありません。使えるのは ${shown(placeholders)}`,
    en: `has no placeholder — use ${shown(placeholders)}`,
  }
  return [{ line: 1, message }]
}

const shown = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(' ')

function noSuch(name: string): Localized {
  const meant = nearest(name, placeholders)
  if (meant !== undefined)
    return {
      ja: `知らない差し込みです: {{${name}}} — {{${meant}}} と書いてください`,
      en: `no such placeholder: {{${name}}} — write {{${meant}}}`,
    }
  return {
    ja: `知らない差し込みです: {{${name}}} — 使えるのは ${shown(placeholders)}`,
    en: `no such placeholder: {{${name}}} — use one of ${shown(placeholders)}`,
  }
}
