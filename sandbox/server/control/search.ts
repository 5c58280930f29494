import type { Found } from '../../protocol.ts'
import { pictureOfChannel, pictureOfUser, pictureOfUsergroup } from '../workspace/picture.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** How many of each a search shows. */
const most = 50

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function first<Row, Picture>(
  rows: Iterable<Row>,
  text: (row: Row) => string,
  words: readonly string[],
  picture: (row: Row) => Picture,
): Picture[] {
  const pictures: Picture[] = []
  for (const row of rows) {
    const known = folded(text(row))
    if (!words.every((word) => known.includes(word))) continue
    pictures.push(picture(row))
    if (pictures.length === most) break
  }
  return pictures
}

/** People, user groups and channels by words of their names, the first of each: for a client that does not hold them all. */
export function found(workspace: Workspace, query: string): Found {
  const words = folded(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return { users: [], usergroups: [], channels: [] }
  const groups = workspace.settled.plan === 'free' ? [] : workspace.usergroups.values()
  return {
    users: first(
      workspace.users.values(),
      ({ real_name, name }) => `${real_name} ${real_name.replaceAll(' ', '')} ${name}`,
      words,
      pictureOfUser,
    ),
    usergroups: first(groups, ({ handle, name }) => `${handle} ${name}`, words, pictureOfUsergroup),
    channels: first(
      workspace.channels.values(),
      (channel) => (channel.is_private ? '' : channel.name),
      words,
      pictureOfChannel,
    ),
  }
}
