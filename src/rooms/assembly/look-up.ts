import type { Reader } from '../../kit/db/index.ts'
import { channelsByAnyName, groupsByHandle, knownLists, peopleByAnyName } from '../directory/index.ts'
import { resolve, type Skip } from './assembly.ts'

/** Whom and what names stand for, with those picked one by one in Slack. Guests and the like are skipped, to be named. */
export async function lookUp(
  reader: Reader,
  { parties, channels, picked }: { parties: readonly string[]; channels: readonly string[]; picked: readonly string[] },
): Promise<{ people: { userId: string; skipped: Skip | null }[]; channels: string[]; gaps: string[] }> {
  const groups = await groupsByHandle(reader, parties)
  const names = new Set([...parties, ...picked, ...groups.flatMap((group) => group.people)])
  const people = await peopleByAnyName(reader, [...names])
  const places = await channelsByAnyName(reader, channels)
  // Whoever came into the company after the last reading was picked in Slack all the same.
  const known = new Set(people.map(({ id }) => id))
  const strangers = picked.filter((id) => !known.has(id)).map((userId) => ({ userId, skipped: null }))
  const wanted = {
    groups: [...parties],
    people: picked.filter((id) => known.has(id)),
    channels: channels.map((channel) => ({ channel, mention: 'none' as const, style: 'full' as const })),
  }
  const found = resolve(wanted, { groups, people, channels: places, known: await knownLists(reader) })
  return {
    people: [...found.people, ...strangers],
    channels: found.channels.map(({ channelId }) => channelId),
    gaps: found.gaps.map(({ name }) => name),
  }
}
