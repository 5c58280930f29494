import type { Core } from '../reading/index.ts'
import { handlerOf } from '../situation/index.ts'
import { answerOf } from './look.ts'

/** The columns of the table, and what stands in each; people by name. */
const columns: Readonly<Record<string, (core: Core, people: Readonly<Record<string, string>>) => string | null>> = {
  id: ({ incident }) => incident.id,
  status: ({ incident }) => incident.status,
  kind: ({ incident }) => incident.kind,
  visibility: ({ incident }) => incident.visibility,
  service: ({ incident }) => incident.service,
  level: ({ incident }) => incident.level,
  type: ({ incident }) => incident.types.join(' '),
  urgency: ({ incident }) => incident.urgency,
  summary: ({ incident }) => incident.summary,
  impact: ({ incident }) => incident.impact,
  handler: (core, people) => nameOf(handlerOf(core), people),
  declared_by: ({ incident }, people) => nameOf(incident.declaredBy, people),
  declared_at: (core) => answerOf(core).declared_at,
  occurred_at: (core) => answerOf(core).occurred_at,
  detected_at: (core) => answerOf(core).detected_at,
  detected_by: ({ incident }) => incident.detectedBy,
  recovered_at: (core) => answerOf(core).recovered_at,
  completed_at: (core) => answerOf(core).completed_at,
  channel: ({ channel }) => channel.name,
}

const nameOf = (id: string | undefined, people: Readonly<Record<string, string>>): string | null =>
  id === undefined ? null : (people[id] ?? id)

/** The first line. The mark before it tells spreadsheets that it is UTF-8: without it Japanese is garbled. */
export const csvHead = `\uFEFF${Object.keys(columns).join(',')}\r\n`

/** One incident as a line of the table (RFC 4180). */
export const csvLine = (core: Core, people: Readonly<Record<string, string>>): string =>
  `${Object.values(columns)
    .map((cell) => csvCell(cell(core, people) ?? ''))
    .join(',')}\r\n`

/**
 * A cell that says what it says: one that a spreadsheet would take for a formula begins with an apostrophe, and so does what follows a
 * semicolon, a tab or a new line, where a spreadsheet of other countries begins another cell. Wide and small letters count, since some read
 * them as the plain ones, and what stands behind signs that nobody sees. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(text: string): string {
  const said = text.replaceAll(/[^;\t\r\n]+/g, (piece) => (isFormula.test(piece) ? `'${piece}` : piece))
  return `"${(/^[\t\r]/.test(said) ? `'${said}` : said).replaceAll('"', '""')}"`
}

const isFormula = /^[\s\p{Cc}\p{Cf}"]*[=+\-−@|%＝＋－＠｜％﹦﹢﹣﹫]/u
