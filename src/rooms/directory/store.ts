import { type Selectable, sql } from 'kysely'
import type { Reader, Schema } from '../../kit/db/index.ts'
import type { Group, Person, WorkspaceChannel } from './directory.ts'

/** Groups by their handle, without `@`. */
export async function groupsByHandle(reader: Reader, handles: readonly string[]): Promise<Group[]> {
  if (handles.length === 0) return []
  return reader
    .selectFrom('directory_groups')
    .select(['id', 'handle', 'name', 'people'])
    .where(sql<boolean>`handle = any(${[...handles]}::text[])`)
    .execute()
}

/** Groups by Slack's id. */
export async function groupsById(reader: Reader, ids: readonly string[]): Promise<Group[]> {
  if (ids.length === 0) return []
  return reader
    .selectFrom('directory_groups')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute()
}

/** A person as their row says. */
const personOf = (row: Selectable<Schema['directory_people']>): Person => ({
  id: row.id,
  handle: row.handle,
  name: row.name,
  locale: row.locale,
  email: row.email,
  isBot: row.is_bot,
  isGuest: row.is_guest,
  isDeactivated: row.is_deactivated,
  isAdmin: row.is_admin,
  isOutsider: row.is_outsider,
  teamId: row.team_id,
})

/** The workspace's owners and admins who are there. */
export async function workspaceAdmins(reader: Reader): Promise<Person[]> {
  const rows = await reader
    .selectFrom('directory_people')
    .selectAll()
    .where('is_admin', '=', true)
    .where('is_deactivated', '=', false)
    .where('is_bot', '=', false)
    .orderBy('id')
    .execute()
  return rows.map(personOf)
}

/** People by id, handle or e-mail address. */
export async function peopleByAnyName(reader: Reader, names: readonly string[]): Promise<Person[]> {
  if (names.length === 0) return []
  const all = [...names]
  const rows = await reader
    .selectFrom('directory_people')
    .selectAll()
    .where(sql<boolean>`id = any(${all}::text[]) or handle = any(${all}::text[]) or email = any(${all}::text[])`)
    // An old account may bear a name that somebody else has today: whoever is here comes first.
    .orderBy('is_deactivated')
    .execute()
  return rows.map(personOf)
}

/** People of ours who can act, whose handle or name holds these words: those whose handle begins so come first, at most `limit`. */
export async function peopleLike(
  reader: Reader,
  words: string,
  limit: number,
): Promise<{ handle: string; name: string }[]> {
  const like = words.replace(/[\\%_]/g, '\\$&')
  return reader
    .selectFrom('directory_people')
    .select(['handle', 'name'])
    .where(sql<boolean>`not is_bot and not is_deactivated and not is_outsider`)
    .where(sql<boolean>`(handle ilike ${`%${like}%`} or name ilike ${`%${like}%`})`)
    .orderBy(sql<boolean>`handle ilike ${`${like}%`}`, 'desc')
    .orderBy('handle')
    .limit(limit)
    .execute()
}

/**
 * Channels by id, also one that they had before, or by name, without `#`. An archived one answers to its name as long as no other does: who speaks there is told
 * that it is archived, and heard once it is brought back.
 */
export async function channelsByAnyName(reader: Reader, names: readonly string[]): Promise<WorkspaceChannel[]> {
  if (names.length === 0) return []
  const all = [...names]
  const rows = await reader
    .selectFrom('directory_channels')
    .selectAll()
    .select(
      sql<
        string[]
      >`array(select former.id from former_channel_ids as former where former.channel_id = directory_channels.id)`.as(
        'formerIds',
      ),
    )
    .where(
      sql<boolean>`id = any(${all}::text[] || array(
          select former.channel_id from former_channel_ids as former where former.id = any(${all}::text[])))
        or (name = any(${all}::text[]) and (not is_archived or not exists (
        select from directory_channels as other where other.name = directory_channels.name and not other.is_archived
      )))`,
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isPrivate: row.is_private,
    isArchived: row.is_archived,
    isMember: row.is_member,
    shared: row.shared,
    ...(row.formerIds.length > 0 ? { formerIds: row.formerIds } : {}),
  }))
}
