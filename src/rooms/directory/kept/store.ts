import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../kit/db/index.ts'
import type { Group, ListName, Person, WorkspaceChannel } from '../directory.ts'

/** Rows of this reading bear its number, so that what is gone from the list is found at its end. */
const seenNow = (list: ListName) => sql`coalesce((select reading from directory_lists where list = ${list}), 0)`

/** One value for all rows: PostgreSQL takes 65,535 values in a statement. The last of several of one id holds. */
const rowsOf = (all: readonly { id: string }[]): RawBuilder<unknown> =>
  sql`${JSON.stringify([...new Map(all.map((each) => [each.id, each])).values()])}::json`

/** On it every replica hears that somebody, or who is in a group, is known otherwise from now on. */
export const peopleChanged = 'sssbot_people'

const tellAll = (tx: Tx) => sql`select pg_notify(${peopleChanged}, '')`.execute(tx)

/** Keeps people as Slack shows them now. */
export async function keepPeople(tx: Tx, people: readonly Person[]): Promise<void> {
  if (people.length === 0) return
  await sql`
    insert into directory_people
      (id, handle, name, locale, email, is_bot, is_guest, is_deactivated, is_admin, is_outsider, team_id, seen)
    select id, handle, name, locale, email, "isBot", "isGuest", "isDeactivated", "isAdmin", "isOutsider", "teamId",
      ${seenNow('people')}
    from json_to_recordset(${rowsOf(people)}) as each (
      id text, handle text, name text, locale text, email text, "isBot" boolean, "isGuest" boolean,
      "isDeactivated" boolean, "isAdmin" boolean, "isOutsider" boolean, "teamId" text)
    on conflict (id) do update set handle = excluded.handle, name = excluded.name,
      -- A profile event may come without these: what is known stays.
      locale = coalesce(excluded.locale, directory_people.locale),
      email = coalesce(excluded.email, directory_people.email),
      team_id = coalesce(excluded.team_id, directory_people.team_id),
      is_bot = excluded.is_bot, is_guest = excluded.is_guest, is_deactivated = excluded.is_deactivated,
      is_admin = excluded.is_admin, is_outsider = excluded.is_outsider, seen = excluded.seen`.execute(tx)
  await tellAll(tx)
}

/** Keeps channels as Slack shows them now. */
export async function keepChannels(tx: Tx, channels: readonly WorkspaceChannel[]): Promise<void> {
  if (channels.length === 0) return
  await sql`
    insert into directory_channels (id, name, is_private, is_archived, is_member, shared, seen)
    select id, name, "isPrivate", "isArchived", "isMember", shared, ${seenNow('channels')}
    from json_to_recordset(${rowsOf(channels)}) as each (
      id text, name text, "isPrivate" boolean, "isArchived" boolean, "isMember" boolean, shared text)
    on conflict (id) do update set name = excluded.name, is_private = excluded.is_private,
      is_archived = excluded.is_archived, is_member = excluded.is_member, shared = excluded.shared,
      seen = excluded.seen`.execute(tx)
}

/** Keeps user groups with their members. */
export async function keepGroups(tx: Tx, groups: readonly Group[]): Promise<void> {
  if (groups.length === 0) return
  await sql`
    insert into directory_groups (id, handle, name, people, seen)
    select id, handle, name, array(select json_array_elements_text(people)), ${seenNow('groups')}
    from json_to_recordset(${rowsOf(groups)}) as each (id text, handle text, name text, people json)
    on conflict (id) do update set handle = excluded.handle, name = excluded.name, people = excluded.people,
      seen = excluded.seen`.execute(tx)
  await tellAll(tx)
}

/** A user group was deleted. */
export async function dropGroup(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('directory_groups').where('id', '=', id).execute()
  await tellAll(tx)
}

/** Some came into a group and some left it; false where the group is not known. */
export async function changeGroup(tx: Tx, id: string, came: string[], went: string[]): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update directory_groups set people = array(
      select person from unnest(people || ${came}::text[]) with ordinality as each (person, place)
      where not person = any(${went}::text[]) group by person order by min(place))
    where id = ${id}`.execute(tx)
  await tellAll(tx)
  return Number(numAffectedRows ?? 0) > 0
}

/** A list that shows so many fewer than are known was cut short, rather than that so many have gone. */
const mostGone = { few: 20, share: 0.1 }

/**
 * At the end of a reading: who and what is no longer listed. A person is gone, and a channel answers to its name no longer; both
 * stay known, as they do in messages. Answers how many, or that they are too many to be believed.
 */
export async function letGo(tx: Tx, list: ListName): Promise<{ gone: number; isBelieved: boolean }> {
  const unseen = {
    people: sql`from directory_people where not is_deactivated and not is_outsider and seen < ${seenNow('people')}`,
    channels: sql`from directory_channels where not is_archived and seen < ${seenNow('channels')}`,
    groups: sql`from directory_groups where seen < ${seenNow('groups')}`,
  }[list]
  const table = sql.table(`directory_${list}`)
  const { rows } = await sql<{ gone: number; all: number }>`
    select (select count(*) ${unseen}) as gone, (select count(*) from ${table}) as all`.execute(tx)
  const { gone, all } = rows[0] ?? { gone: 0, all: 0 }
  const isBelieved = list === 'groups' || gone <= Math.max(mostGone.few, all * mostGone.share)
  if (gone === 0 || !isBelieved) return { gone, isBelieved }
  await tellAll(tx)
  if (list === 'groups') await sql`delete ${unseen}`.execute(tx)
  else {
    const state = { people: sql`is_deactivated = true`, channels: sql`is_archived = true, is_member = false` }[list]
    await sql`update ${table} set ${state} where id in (select id ${unseen})`.execute(tx)
  }
  return { gone, isBelieved }
}

/** Slack calls a channel by another id from now on; whoever names it by the old one means it still. */
export async function keepFormerId(tx: Tx, former: string, id: string): Promise<void> {
  await tx
    .insertInto('former_channel_ids')
    .values({ id: former, channel_id: id })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ channel_id: id }))
    .execute()
}
