import type { Reader } from '../../kit/db/index.ts'
import { channelsByAnyName } from '../directory/index.ts'
import type { Incident } from '../incident/index.ts'

/**
 * Whether what people say in another place than the incident's own channel may stand in its record. Everybody reads the record of a
 * public incident, so that a private place, a direct message, or one of which nobody knows what it is, adds nothing to it.
 */
export async function mayKeep(
  reader: Reader,
  { visibility }: Pick<Incident, 'visibility'>,
  channelId: string,
): Promise<boolean> {
  if (visibility === 'private') return true
  const [place] = await channelsByAnyName(reader, [channelId])
  return place !== undefined && !place.isPrivate
}
