import type { Reader } from '../../kit/db/index.ts'
import { answersTo, channelsByAnyName } from '../directory/index.ts'
import type { Settings } from '../settings/index.ts'

/** The service whose own channel somebody declares in, so that they need not look for it; undefined where none or several do. */
export async function likelyService(
  reader: Reader,
  settings: Settings,
  channelId: string | undefined,
): Promise<string | undefined> {
  const [channel] = channelId ? await channelsByAnyName(reader, [channelId]) : []
  const isThere = (name: string) => name === channelId || (channel !== undefined && answersTo(channel, name))
  const there = Object.entries(settings.services).filter(([, { channels }]) => channels.some(isThere))
  return there.length === 1 ? there[0]?.[0] : undefined
}
