import { sql } from 'kysely'
import type { Reader, Tx, Writer } from '../../kit/db/index.ts'
import { jsonText } from '../../kit/well-formed.ts'
import type { Envelope, EventBody, Taken } from './envelope.ts'

type Row = {
  event_id: string
  kind: string
  channel_id: string | null
  body: EventBody
  received_at: Date
  attempts: number
}

const WAITING = sql`processed_at is null and parked_at is null`

/** A claim on events: by whom, from when, until when. */
export type Claim = { by: string; now: Date; until: Date }

/**
 * Stores all of `envelopes` in one statement and claims, if `claim` is set, those before which nothing waits in their
 * channel that is not claimed by the same. Returns the event ids that were not there before, and whether they are claimed.
 */
export async function insert(
  tx: Writer,
  envelopes: readonly Envelope[],
  now: Date,
  claim?: Claim,
): Promise<Map<string, boolean>> {
  const rows = envelopes.map(({ eventId, kind, channelId, body }) => ({
    event_id: eventId,
    kind,
    channel_id: channelId,
    body,
  }))
  // Few wait at a time, so it is cheaper to read once what waits for others than to look for each row.
  const others = sql`
    select channel_id from inbox
    where ${WAITING} and channel_id is not null and claimed_by is distinct from ${claim?.by ?? null}`
  const free = claim ? sql`channel_id is null or channel_id not in (select channel_id from others)` : sql`false`
  const { rows: inserted } = await sql<{ event_id: string; claimed: boolean }>`
    with others as materialized (${others})
    insert into inbox (event_id, kind, channel_id, body, received_at, due_at, claimed_by, attempts)
    select event_id, kind, channel_id, body, ${now},
      case when free then ${claim?.until ?? now}::timestamptz else ${now} end,
      case when free then ${claim?.by ?? null}::text end,
      case when free then 1 else 0 end
    from (
      select envelope.*, ${free} as free
      from rows from (
        json_to_recordset(${jsonText(rows)}::json) as (event_id text, kind text, channel_id text, body jsonb)
      ) with ordinality as envelope (event_id, kind, channel_id, body, place)
    ) as envelope
    order by place
    on conflict (event_id) do nothing
    returning event_id, claimed_by is not null as claimed`.execute(tx)
  return new Map(inserted.map((row) => [row.event_id, row.claimed]))
}

/**
 * Claims the first waiting event of up to `channels` channels, each with up to `followers` events behind
 * it. A channel whose first event is claimed or pausing is passed over, so that its order holds.
 */
export async function claim(
  tx: Writer,
  { by, now, until }: Claim,
  { channels, followers }: { channels: number; followers: number },
): Promise<Taken[]> {
  const { rows } = await sql<Row>`
    with firsts as (
      select distinct on (coalesce(channel_id, event_id)) event_id, seq, due_at
      from inbox
      where ${WAITING}
      order by coalesce(channel_id, event_id), seq
    ), heads as (
      select event_id, seq, channel_id from inbox
      where event_id in (select event_id from firsts where due_at <= ${now} order by seq limit ${channels})
        and ${WAITING} and due_at <= ${now}
      for update skip locked
    ), runs as (
      select event_id, 1 as attempt from heads
      union all
      select follower.event_id, 0 from heads, lateral (
        select event_id from inbox
        where channel_id = heads.channel_id and seq > heads.seq and ${WAITING}
        order by seq
        limit ${followers}
      ) as follower
    ), claimed as (
      update inbox set claimed_by = ${by}, due_at = ${until}, attempts = attempts + runs.attempt
      from runs
      where inbox.event_id = runs.event_id
      returning inbox.seq, inbox.event_id, kind, inbox.channel_id, body, received_at, attempts
    )
    select event_id, kind, channel_id, body, received_at, attempts from claimed order by seq`.execute(tx)
  return rows.map((row) => ({
    eventId: row.event_id,
    kind: row.kind,
    channelId: row.channel_id ?? undefined,
    body: row.body,
    receivedAt: row.received_at,
    attempts: row.attempts,
    claimedUntil: until,
  }))
}

/** Marks events as worked off and forgets what they said. */
export async function markProcessed(tx: Writer, eventIds: readonly string[], now: Date): Promise<void> {
  await sql`
    update inbox set processed_at = ${now}, body = null, claimed_by = null, last_error = null
    where event_id = any(${eventIds}) and processed_at is null`.execute(tx)
}

/** Puts a claimed event back, to be taken again at `dueAt`, as if it had been tried `less` times less. */
export async function putBack(
  tx: Tx,
  eventId: string,
  by: string,
  dueAt: Date,
  error: string,
  less: 0 | 1,
): Promise<void> {
  await sql`
    update inbox set claimed_by = null, due_at = ${dueAt}, last_error = ${error}, attempts = attempts - ${less}
    where event_id = ${eventId} and claimed_by = ${by} and ${WAITING}`.execute(tx)
}

/** Ends the claim on events that were not begun. */
export async function release(tx: Tx, eventIds: readonly string[], by: string, now: Date): Promise<void> {
  await sql`
    update inbox set claimed_by = null, due_at = ${now}
    where event_id = any(${eventIds}) and claimed_by = ${by} and ${WAITING}`.execute(tx)
}

/** Ends every claim, whoever's: for a database that only one process can have open. Returns how many there were. */
export async function releaseAll(tx: Tx, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update inbox set claimed_by = null, due_at = ${now} where claimed_by is not null and ${WAITING}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Gives an event up: it stays with its body, and its channel goes on without it. */
export async function park(tx: Tx, eventId: string, now: Date, error: string): Promise<void> {
  await sql`
    update inbox set parked_at = ${now}, claimed_by = null, last_error = ${error}
    where event_id = ${eventId} and ${WAITING}`.execute(tx)
}

/** Gives parked events another chance, from the first attempt on. Returns how many there were. */
export async function unparkAll(tx: Tx, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update inbox set parked_at = null, attempts = 0, due_at = ${now} where parked_at is not null`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Notes how many connections to Slack a process has now. */
export async function noteListener(
  tx: Tx,
  row: { process: string; connections: number; seen_at: Date },
): Promise<void> {
  await tx
    .insertInto('listeners')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('process').doUpdateSet({ connections: row.connections, seen_at: row.seen_at }),
    )
    .execute()
}

/** Forgets the processes that have not been heard of since `before`. */
export async function forgetListeners(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('listeners').where('seen_at', '<', before).execute()
}

/** How many connections the processes have that were heard of since `since`. */
export async function listenersSince(reader: Reader, since: Date): Promise<number> {
  const rows = await reader.selectFrom('listeners').select('connections').where('seen_at', '>=', since).execute()
  return rows.reduce((sum, { connections }) => sum + connections, 0)
}

/** Deletes up to `most` events that were processed or parked before the given moments. Returns how many. */
export async function deleteOld(tx: Tx, before: { processed: Date; parked: Date }, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from inbox where event_id in (
      (select event_id from inbox where processed_at < ${before.processed} order by processed_at limit ${most})
      union all
      (select event_id from inbox where parked_at < ${before.parked} order by parked_at limit ${most})
    )`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Forgets what parked events say about a message, since it was deleted in Slack. They count as processed. */
export async function scrubParked(tx: Tx, channelId: string, ts: string, now: Date): Promise<void> {
  await sql`
    update inbox set body = null, processed_at = ${now}, parked_at = null, last_error = null
    where parked_at is not null and channel_id = ${channelId}
      and ${ts} in (
        body #>> '{event,ts}', body #>> '{event,message,ts}', body #>> '{event,previous_message,ts}',
        body #>> '{event,item,message,ts}'
      )`.execute(tx)
}

/** How many events wait, since when the oldest does, and how many were given up. */
export async function counts(read: Reader | Tx): Promise<{ waiting: number; oldest: Date | null; parked: number }> {
  const { rows } = await sql<{ waiting: number; oldest: Date | null; parked: number }>`
    select (select count(*) from inbox where ${WAITING}) as waiting,
      (select min(received_at) from inbox where ${WAITING}) as oldest,
      (select count(*) from inbox where parked_at is not null) as parked`.execute(read)
  return rows[0] ?? { waiting: 0, oldest: null, parked: 0 }
}
