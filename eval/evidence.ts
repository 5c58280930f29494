import type { FieldName, Material, Source } from '../src/rooms/assistant/index.ts'
import type { Evidence } from '../src/rooms/models/index.ts'

/** What a model may cite of a case, and the source that each key stands for. */
export function evidenceOf(material: Material): { evidence: Evidence[]; sources: ReadonlyMap<string, Source> } {
  const { incident, handler } = material
  const evidence: Evidence[] = []
  const sources = new Map<string, Source>()
  const add = (source: Source, key: string, words: string, more: Partial<Evidence> = {}) => {
    evidence.push({ key, place: null, words, at: null, author: null, isPinned: true, ...more })
    sources.set(key, source)
  }
  const fields: readonly (readonly [FieldName, string | null | undefined])[] = [
    ['status', incident.status],
    ['service', incident.service.en],
    ['summary', incident.summary],
    ['impact', incident.impact],
    ['handler', handler?.name ?? 'nobody yet'],
    ['declared_at', clock(incident.declaredAt, material)],
    ['occurred_at', clock(incident.occurredAt, material)],
    ['detected_at', clock(incident.detectedAt, material)],
    ['recovered_at', clock(incident.recoveredAt, material)],
    ['recovery_note', incident.recoveryNote],
  ]
  for (const [name, words] of fields) {
    if (words) add({ is: 'field', name }, `field:${name}`, `${name}: ${words}`)
  }
  for (const { n, at, condition, action, need, impact, authorName } of material.updates) {
    const words = [condition, action, need, impact].filter(Boolean).join('\n')
    add({ is: 'update', n }, `update:${n}`, words, { at, author: authorName })
  }
  for (const { channelId, ts, permalink, words, saidAt, authorName, marks } of material.lines) {
    const place = `${channelId}:${ts}`
    const more = { place, at: saidAt, author: authorName, isPinned: marks.includes('timeline') }
    add({ is: 'message', channelId, ts, permalink }, `message:${place}`, words, more)
  }
  return { evidence, sources }
}

const clock = (at: Date | null, { timeZone }: Material): string | null =>
  at ? at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }) : null
