import type { Locale } from '../../../kit/i18n/index.ts'
import type { Evidence } from '../../models/index.ts'
import type { Line, Material } from '../material.ts'
import type { FieldName, Source } from '../statement.ts'

/** All that a model may rest on: what is stated first, then what was sent, noted and said, in the order of time. */
export function evidenceOf(material: Material): Evidence[] {
  const { updates, notes, lines, actions, todos } = material
  const told: Evidence[] = [
    ...updates.map(
      ({ n, at, condition, action, need, impact, authorName }): Evidence =>
        stated(`update:${n}`, [condition, action, need, impact].filter(Boolean).join('\n'), at, authorName),
    ),
    ...notes.map(({ n, moment, words, authorName }): Evidence => stated(`note:${n}`, words, moment, authorName)),
    ...lines.map((line): Evidence => said(line)),
  ]
  return [
    ...fieldsOf(material),
    ...told.toSorted((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0)),
    ...todos.flatMap(({ n, words, state, saidIn }): Evidence[] => {
      if (!words) return []
      const todo = stated(`todo:${n}`, `TODO (${state}): ${words}`, null, null)
      return [saidIn ? { ...todo, takenFrom: saidIn } : todo]
    }),
    ...actions.flatMap(({ n, title, state }) =>
      title ? [stated(`action:${n}`, `Action item (${state}): ${title}`, null, null)] : [],
    ),
  ]
}

/** What was written for customers, and nothing else: who reads a letter was not in the channel. */
export function writtenForOutside(material: Material): Evidence[] {
  const { incident, updates } = material
  const update = updates.findLast(({ impact }) => impact)
  return [
    ...(update?.impact
      ? [stated(`update:${update.n}`, update.impact, update.at, null)]
      : incident.impact
        ? [stated('field:impact', incident.impact, null, null)]
        : []),
    ...(incident.recoveryNote ? [stated('field:recovery_note', incident.recoveryNote, null, null)] : []),
  ]
}

const stated = (key: string, words: string, at: Date | null, author: string | null): Evidence => ({
  key,
  place: null,
  words,
  at,
  author,
  isPinned: true,
})

const said = ({ channelId, ts, words, saidAt, authorName, marks }: Line): Evidence => ({
  key: `message:${channelId}:${ts}`,
  place: `${channelId}:${ts}`,
  words,
  at: saidAt,
  author: authorName,
  isPinned: marks.length > 0,
})

/** The fields, as a model reads them. What nobody has filled in is not there: nothing can be cited of it. */
function fieldsOf({ incident, handler }: Material): Evidence[] {
  const both = (label: Record<Locale, string> | null) => label && [...new Set([label.ja, label.en])].join(' / ')
  const fields: [FieldName, string | null, Date | null][] = [
    ['service', both(incident.service), null],
    ['summary', incident.summary, null],
    ['status', `status: ${incident.status}`, null],
    ['impact', incident.impact, null],
    ['level', both(incident.level), null],
    ['handler', handler ? `handler: ${handler.name}` : 'handler: nobody (未定)', null],
    ['occurred_at', incident.occurredAt && 'occurred', incident.occurredAt],
    ['detected_at', incident.detectedAt && 'noticed', incident.detectedAt],
    ['declared_at', 'declared', incident.declaredAt],
    ['recovered_at', incident.recoveredAt && 'recovered (復旧)', incident.recoveredAt],
    ['recovery_note', incident.recoveryNote, null],
    ['completed_at', incident.completedAt && 'completed (完了)', incident.completedAt],
  ]
  return fields.flatMap(([name, words, at]) => (words ? [stated(`field:${name}`, words, at, null)] : []))
}

/** What stands behind a key; undefined for what is not there (any more). */
export function sourceOf(key: string, { lines }: Material): Source | undefined {
  const [is = '', ...rest] = key.split(':')
  if (is === 'message') {
    const [channelId = '', ts = ''] = rest
    const line = lines.find((each) => each.channelId === channelId && each.ts === ts)
    return line && { is, channelId, ts, permalink: line.permalink }
  }
  const [name = ''] = rest
  // Keys are made above, of the names of fields alone.
  if (is === 'field') return { is, name: name as FieldName }
  return is === 'update' || is === 'note' || is === 'action' || is === 'todo' ? { is, n: Number(name) } : undefined
}
