import type { Reader } from '../../kit/db/index.ts'
import { channelsByAnyName, groupsByHandle, knownLists, peopleByAnyName } from '../directory/index.ts'
import type { Audience } from '../settings/index.ts'
import type { Picture } from './assembly.ts'
import type { AssembledChannel } from './places/place.ts'

/** What is known of those whom the policy names. */
export async function pictureFor(
  reader: Reader,
  wanted: Audience,
  first: string,
  places: readonly AssembledChannel[],
): Promise<Picture> {
  const groups = await groupsByHandle(reader, wanted.groups)
  const names = [first, ...wanted.groups, ...wanted.people, ...groups.flatMap((group) => group.people)]
  // What was found once is no gap when it is archived: it is told of otherwise.
  const channels = [...wanted.channels.map((each) => each.channel), ...places.map((each) => each.channelId)]
  return {
    groups,
    people: await peopleByAnyName(reader, [...new Set(names)]),
    channels: await channelsByAnyName(reader, channels),
    known: await knownLists(reader),
  }
}
