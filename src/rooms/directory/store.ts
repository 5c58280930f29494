import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
import type { Group, Person, Workspace, WorkspaceChannel } from './directory.ts'

/** Rows per statement: PostgreSQL takes 65,535 values in one, and PGlite should not be held up. */
const rowsAtOnce = 500

/** Puts what was just read in place of what was known. Who is gone from the answer stays known, as people do in messages. */
export async function keepWorkspace(tx: Tx, workspace: Workspace, at: Date): Promise<void> {
  await keepPeople(tx, workspace.people)
  await tx.deleteFrom('directory_groups').execute()
  for (const group of workspace.groups) await tx.insertInto('directory_groups').values(group).execute()
  await keepChannels(tx, workspace.channels)
  await tx
    .insertInto('directory_refreshes')
    .values({ at })
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ at }))
    .execute()
}

export async function keepPeople(tx: Tx, people: readonly Person[]): Promise<void> {
  for (let start = 0; start < people.length; start += rowsAtOnce) {
    await tx
      .insertInto('directory_people')
      .values(
        people.slice(start, start + rowsAtOnce).map((person) => ({
          id: person.id,
          handle: person.handle,
          name: person.name,
          locale: person.locale,
          email: person.email,
          is_bot: person.isBot,
          is_guest: person.isGuest,
          is_deactivated: person.isDeactivated,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          handle: sql`excluded.handle`,
          name: sql`excluded.name`,
          // A profile event may come without the locale: what is known stays.
          locale: sql`coalesce(excluded.locale, directory_people.locale)`,
          email: sql`coalesce(excluded.email, directory_people.email)`,
          is_bot: sql`excluded.is_bot`,
          is_guest: sql`excluded.is_guest`,
          is_deactivated: sql`excluded.is_deactivated`,
        }),
      )
      .execute()
  }
}

export async function keepChannels(tx: Tx, channels: readonly WorkspaceChannel[]): Promise<void> {
  for (let start = 0; start < channels.length; start += rowsAtOnce) {
    await tx
      .insertInto('directory_channels')
      .values(
        channels.slice(start, start + rowsAtOnce).map((channel) => ({
          id: channel.id,
          name: channel.name,
          is_private: channel.isPrivate,
          is_archived: channel.isArchived,
          is_member: channel.isMember,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          name: sql`excluded.name`,
          is_private: sql`excluded.is_private`,
          is_archived: sql`excluded.is_archived`,
          is_member: sql`excluded.is_member`,
        }),
      )
      .execute()
  }
}

/** When the workspace was last read whole; undefined before the first time. */
export async function refreshedAt(reader: Reader): Promise<Date | undefined> {
  return (await reader.selectFrom('directory_refreshes').select('at').executeTakeFirst())?.at
}

/** Groups by their handle, without `@`. */
export async function groupsByHandle(reader: Reader, handles: readonly string[]): Promise<Group[]> {
  if (handles.length === 0) return []
  return reader.selectFrom('directory_groups').selectAll().where('handle', 'in', handles).execute()
}

/** Groups by Slack's id. */
export async function groupsById(reader: Reader, ids: readonly string[]): Promise<Group[]> {
  if (ids.length === 0) return []
  return reader.selectFrom('directory_groups').selectAll().where('id', 'in', ids).execute()
}

/** People by id, handle or e-mail address. */
export async function peopleByAnyName(reader: Reader, names: readonly string[]): Promise<Person[]> {
  if (names.length === 0) return []
  const rows = await reader
    .selectFrom('directory_people')
    .selectAll()
    .where((is) => is.or([is('id', 'in', names), is('handle', 'in', names), is('email', 'in', names)]))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    handle: row.handle,
    name: row.name,
    locale: row.locale,
    email: row.email,
    isBot: row.is_bot,
    isGuest: row.is_guest,
    isDeactivated: row.is_deactivated,
  }))
}

/** Channels by id or by name, without `#`. An archived one does not answer to its name. */
export async function channelsByAnyName(reader: Reader, names: readonly string[]): Promise<WorkspaceChannel[]> {
  if (names.length === 0) return []
  const rows = await reader
    .selectFrom('directory_channels')
    .selectAll()
    .where((is) => is.or([is('id', 'in', names), is.and([is('name', 'in', names), is('is_archived', '=', false)])]))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isPrivate: row.is_private,
    isArchived: row.is_archived,
    isMember: row.is_member,
  }))
}
