import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
import { forgetLeases } from './leases/store.ts'
import { budgetSpent, type SlotRow, waitsForAnother } from './slot.ts'

const columns = [
  'slot',
  'state',
  'channel_id',
  'ts',
  'ref',
  'hash',
  'intended_at',
  'attempts',
  'retry_at',
  'error',
] as const

/** All that is remembered of a subject's slots, by name. */
export async function slotsOf(reader: Reader, subject: string): Promise<Map<string, SlotRow>> {
  const rows = await reader.selectFrom('slots').select(columns).where('subject', '=', subject).execute()
  return new Map(
    rows.map((row) => [
      row.slot,
      {
        slot: row.slot,
        state: row.state as SlotRow['state'],
        channelId: row.channel_id,
        ts: row.ts,
        ref: row.ref,
        hash: row.hash,
        intendedAt: row.intended_at,
        attempts: row.attempts,
        retryAt: row.retry_at,
        error: row.error,
      },
    ]),
  )
}

/** From this many failed tries on, people see the problem, whatever its reason: before, the next one mostly succeeds. */
const triesInSilence = 3

/** Reasons that people need not hear: to tell of a full budget would cost more of it. */
const passing = [waitsForAnother, budgetSpent]

/** Whether people see one more failure of an edit. */
export const isToldSoon = ({ attempts }: Pick<SlotRow, 'attempts'>): boolean => attempts + 1 === triesInSilence

/** Something that should stand in Slack and does not, or says what is no longer so: then `isStale`. `error`: why. */
export type Failing = { slot: string; error: string; isStale?: true }

/** What Slack refused of a subject, or has long not done, to be shown to the people who can act. */
export async function failuresOf(reader: Reader, subject: string): Promise<Failing[]> {
  const rows = await reader
    .selectFrom('slots')
    .select(['slot', 'error', 'state'])
    .where('subject', '=', subject)
    // Where a message is to be deleted, only that its deletion fails is a problem.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('slots as gone')
            .select('gone.slot')
            .where('gone.subject', '=', subject)
            .where(sql<boolean>`gone.slot = 'gone:' || slots.channel_id || ':' || slots.ts`),
        ),
      ),
    )
    .where((is) =>
      is.or([
        is('state', 'in', ['failed', 'stale']),
        is.and([is('state', '=', 'released'), is('error', 'is not', null)]),
        is.and([
          is('state', 'in', ['intended', 'pending', 'standing']),
          is('attempts', '>=', triesInSilence),
          is('error', 'not in', passing),
        ]),
      ]),
    )
    .orderBy('slot')
    .execute()
  return rows.map(({ slot, error, state }) => ({
    slot,
    error: error ?? '',
    ...(stoodOnce.has(state) ? { isStale: true as const } : {}),
  }))
}

const stoodOnce: ReadonlySet<string> = new Set(['standing', 'stale', 'released'])

/** Whether a slot waits for nothing but Slack's budget. */
export async function waitsForBudget(reader: Reader, subject: string, slot: string): Promise<boolean> {
  const row = await reader
    .selectFrom('slots')
    .select('slot')
    .where('subject', '=', subject)
    .where('slot', '=', slot)
    .where('state', 'in', ['intended', 'pending'])
    .where('error', '=', budgetSpent)
    .executeTakeFirst()
  return row !== undefined
}

/** The messages of one subject that stand in one channel: Slack's keys of them, by their slots. */
export async function messagesIn(reader: Reader, subject: string, channelId: string): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('slots')
    .select(['slot', 'ts'])
    .where('subject', '=', subject)
    .where('channel_id', '=', channelId)
    .where('ts', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ slot, ts }) => (ts ? [[slot, ts]] : [])))
}

/** The channels in which something of incidents stands, each with the newest such message, the newest first. */
export async function channelsTold(reader: Reader, limit: number): Promise<{ channelId: string; ts: string }[]> {
  const newest = sql<string>`max(ts)`
  const rows = await reader
    .selectFrom('slots')
    .select(['channel_id', newest.as('newest')])
    .where('state', 'in', ['standing', 'stale'])
    .where('channel_id', '~', '^[CG]')
    .where('ts', 'is not', null)
    .where('subject', 'like', 'incident:%')
    .groupBy('channel_id')
    .orderBy(newest, 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap((row) => (row.channel_id ? [{ channelId: row.channel_id, ts: row.newest }] : []))
}

/** Where the message of one slot stands; undefined until it does. */
export async function messageOf(
  reader: Reader,
  subject: string,
  slot: string,
): Promise<{ channelId: string; ts: string } | undefined> {
  const row = await reader
    .selectFrom('slots')
    .select(['channel_id', 'ts'])
    .where('subject', '=', subject)
    .where('slot', '=', slot)
    .executeTakeFirst()
  return row?.channel_id && row.ts ? { channelId: row.channel_id, ts: row.ts } : undefined
}

/** The slot that a message belongs to, if it is one of ours. */
export async function slotOfMessage(
  reader: Reader,
  channelId: string,
  ts: string,
): Promise<{ subject: string; slot: string } | undefined> {
  return reader
    .selectFrom('slots')
    .select(['subject', 'slot'])
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .executeTakeFirst()
}

/** Whether a message is one of ours, as a condition of a statement. */
export const isOurMessage = (channelId: string, ts: string) =>
  sql<boolean>`exists (select from slots where channel_id = ${channelId} and ts = ${ts})`

/** A message of ours that stands. `user`: whose conversation it is in, where that is known. `isStale`: Slack refused to edit it. */
export type StandingMessage = {
  subject: string
  slot: string
  channelId: string
  ts: string
  user: string | null
  isStale: boolean
}

/** Messages outside of `channelId` that tell of an incident: those of its own subject, and others that show it. */
export async function messagesOutside(
  reader: Reader,
  { subject, incidentId, channelId }: { subject: string; incidentId: string; channelId: string | null },
): Promise<StandingMessage[]> {
  const rows = await reader
    .selectFrom('slots')
    .select(['subject', 'slot', 'channel_id', 'ts', 'ref', 'state'])
    .where('state', 'in', ['standing', 'stale'])
    .where('channel_id', 'is not', null)
    .where('channel_id', 'is distinct from', channelId)
    .where('ts', 'is not', null)
    .where((is) => is.or([is('subject', '=', subject), sql<boolean>`shows @> array[${incidentId}]::text[]`]))
    .orderBy('subject')
    .orderBy('slot')
    .execute()
  return rows.flatMap(({ channel_id: place, ts, ref, state, ...row }) =>
    place && ts ? [{ ...row, channelId: place, ts, user: ref, isStale: state === 'stale' }] : [],
  )
}

/** The subjects whose messages show an incident. */
export async function subjectsShowing(reader: Reader, incidentId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('slots')
    .select('subject')
    .distinct()
    .where(sql<boolean>`shows @> array[${incidentId}]::text[]`)
    .execute()
  return rows.map(({ subject }) => subject)
}

/** A message was deleted: nothing stands in its place any more, and nothing is wrong with it. */
export async function forgetMessage(tx: Tx, channelId: string, ts: string): Promise<void> {
  await tx
    .updateTable('slots')
    .set({ state: 'released', error: null, retry_at: null })
    .where('channel_id', '=', channelId)
    .where('ts', '=', ts)
    .execute()
}

/**
 * Nobody begins to render anything until the transaction ends. Whoever has begun has noted what is about to be, or finds that it does
 * not hold its subject any more, and begins again.
 */
export async function holdRendering(tx: Tx): Promise<void> {
  await sql`lock table projections in share row exclusive mode`.execute(tx)
  await forgetLeases(tx)
}

/**
 * What Slack refused in a channel is as if it had not been tried: it goes by another id now. Answers the subjects of which something
 * is yet to come about there.
 */
export async function tryAnew(tx: Tx, channelId: string): Promise<string[]> {
  const rows = await sql<{ subject: string }>`
    update slots set
      state = case state when 'stale' then 'standing' when 'failed' then 'pending' else state end,
      attempts = 0, retry_at = null, error = null
    where state not in ('standing', 'released') and (channel_id = ${channelId} or strpos(slot, ${channelId}) > 0)
    returning subject`.execute(tx)
  // Nothing is to be taken back that could not be edited under the old id only.
  await sql`delete from slots where slot like 'gone:' || ${channelId} || ':%' and state <> 'standing'`.execute(tx)
  return [...new Set(rows.rows.map(({ subject }) => subject))]
}

/** What the slots of messages, and of the bookmark, are called that were left behind in another channel, before their own name. */
const leftBehind = 'former:'

/** The slot of the bookmark in the channel that was left. */
export const formerBookmark = `${leftBehind}bookmark`

/**
 * A subject leaves a channel for another. What stands there keeps its place under a name of its own, so that it is taken back; the card,
 * its pin and the rest that belongs to the channel itself is made again.
 */
export async function leaveChannel(tx: Tx, subject: string, from: string, to: string): Promise<void> {
  await sql`
    delete from slots where subject = ${subject} and (
      slot in ('pin', 'card-again-pin') or (slot = 'topic' and state <> 'released') or slot like 'invite:%' or slot like 'rejoin:%')`.execute(
    tx,
  )
  await sql`
    update slots set slot = ${leftBehind} || replace(slot, ${from}, ${to})
    where subject = ${subject} and channel_id = ${from} and (ts is not null or slot in ('bookmark', 'topic')) and slot not like ${`${leftBehind}%`}`.execute(
    tx,
  )
}

/** The slots of which something was left behind in a channel that the subject left, as they are called now. */
export async function slotsLeftBehind(reader: Reader, subject: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('slots')
    .select('slot')
    .where('subject', '=', subject)
    .where('slot', 'like', `${leftBehind}%`)
    .execute()
  return new Set(rows.map(({ slot }) => slot.slice(leftBehind.length)))
}
