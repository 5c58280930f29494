import type { Reader } from '../../kit/db/index.ts'
import { incidentsByIds } from '../incident/index.ts'

/** Which of these incidents not everybody may know of. */
export async function hiddenAmong(reader: Reader, ids: readonly string[]): Promise<(id: string) => boolean> {
  const others = ids.length === 0 ? [] : await incidentsByIds(reader, ids)
  const open = new Set(others.filter(({ visibility }) => visibility === 'public').map(({ id }) => id))
  return (id) => !open.has(id)
}
