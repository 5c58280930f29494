import type { Material, Source, Statement } from '../src/rooms/assistant/index.ts'
import { comparable } from './matching.ts'

/** Whether each source of a statement is there, and there is one. */
export const sourcesLive = ({ sources }: Statement, material: Material): boolean =>
  sources.length > 0 && sources.every((source) => textOf(source, material) !== undefined)

/**
 * Whether what a statement claims is in its sources: its numbers, and the words that it quotes. What it says of who said it and when is
 * part of the source. Negation and paraphrase are not seen: a sentence that turns its source around passes.
 */
export function isSupported({ words, sources }: Statement, material: Material): boolean {
  const held = comparable(sources.map((source) => textOf(source, material) ?? '').join(' '))
  const numbers = words.split(/\s+/u).flatMap((word) => comparable(word).match(/\d+/gu) ?? [])
  return numbers.every((number) => held.includes(number) || held.includes(String(Number(number))))
}

/** All that a source holds, with its moment as people write it; undefined where there is no such source. */
function textOf(source: Source, material: Material): string | undefined {
  const clock = (at: Date | null) =>
    at
      ? ` ${at.toLocaleString('en-GB', { timeZone: material.timeZone, hour: '2-digit', minute: '2-digit', day: 'numeric', month: 'numeric' })}`
      : ''
  switch (source.is) {
    case 'message': {
      const line = material.lines.find(({ ts, channelId }) => ts === source.ts && channelId === source.channelId)
      return line && `${line.words} ${line.authorName}${clock(line.saidAt)}`
    }
    case 'update': {
      const update = material.updates.find(({ n }) => n === source.n)
      return update && `${update.condition} ${update.action} ${update.need} ${update.impact}${clock(update.at)}`
    }
    case 'note': {
      const note = material.notes.find(({ n }) => n === source.n)
      return note && `${note.words}${clock(note.moment)}`
    }
    case 'action':
      return material.actions.find(({ n }) => n === source.n)?.title ?? undefined
    case 'todo':
      return material.todos.find(({ n }) => n === source.n)?.words ?? undefined
    case 'field': {
      const { incident, handler } = material
      const times = [incident.occurredAt, incident.detectedAt, incident.declaredAt, incident.recoveredAt]
      return [
        incident.summary,
        incident.impact,
        incident.recoveryNote,
        ...Object.values(incident.service),
        handler?.name,
      ]
        .join(' ')
        .concat(...times.map(clock))
    }
  }
}
