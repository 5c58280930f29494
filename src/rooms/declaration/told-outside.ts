import type { Reader } from '../../kit/db/index.ts'
import { channelsByAnyName, isForOutsiders } from '../directory/index.ts'
import { audience, type Settings } from '../settings/index.ts'

/** The channels that other companies read and in which an ordinary incident of a service would be told. */
export async function toldOutside(reader: Reader, settings: Settings, service: string | undefined): Promise<string[]> {
  if (!service) return []
  const { channels } = audience({ service, types: [], kind: 'real', visibility: 'public' }, settings)
  const known = await channelsByAnyName(
    reader,
    channels.map(({ channel }) => channel),
  )
  return known.filter(isForOutsiders).map(({ id }) => id)
}
