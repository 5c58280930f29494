import { sql } from 'kysely'
import type { Reader, Tx } from '../../kit/db/index.ts'
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

/**
 * Notes, before Slack is called, that it is about to be: what a crash leaves behind can then be looked for. `settledAt`: they were
 * tried before and are looked for now; the moment of the first try stays, and a call of this one has landed by then.
 */
export async function intend(
  tx: Tx,
  subject: string,
  slots: readonly { slot: string; hash: string }[],
  now: Date,
  settledAt?: Date,
): Promise<void> {
  if (slots.length === 0) return
  await tx
    .insertInto('slots')
    .values(slots.map(({ slot, hash }) => ({ subject, slot, hash, state: 'intended', intended_at: now, attempts: 1 })))
    .onConflict((conflict) =>
      conflict.columns(['subject', 'slot']).doUpdateSet({
        state: 'intended',
        hash: (values) => values.ref('excluded.hash'),
        intended_at: settledAt ? (values) => values.ref('slots.intended_at') : now,
        attempts: sql`slots.attempts + 1`,
        retry_at: settledAt ?? null,
      }),
    )
    .execute()
}

/** What became of one slot. */
export type Result =
  | { slot: string; is: 'standing'; hash: string; channelId: string | null; ts: string | null; ref: string | null }
  /** Slack refused: tried again at `retryAt`, and until then the problem is shown. */
  | { slot: string; is: 'failed'; error: string; retryAt: Date }
  /** It did not take effect for sure, or may have: `look` keeps the intent, so that the next try looks first. */
  | { slot: string; is: 'again'; look: boolean; error: string; retryAt: Date }
  /** An edit that did not come through: what stands, stands. */
  | { slot: string; is: 'late'; error: string; retryAt: Date }
  /** An edit that Slack refused; `hash` is of what was refused. */
  | { slot: string; is: 'stale'; hash: string; error: string; retryAt: Date }
  /** It is a person's now. `error`: that it is gone is told. */
  | { slot: string; is: 'released'; error: string | null }

/** Writes down what became of one slot. */
export async function settle(tx: Tx, subject: string, result: Result, now: Date): Promise<void> {
  const row = tx.updateTable('slots').where('subject', '=', subject).where('slot', '=', result.slot)
  switch (result.is) {
    case 'standing':
      await row
        .set({
          state: 'standing',
          hash: result.hash,
          channel_id: result.channelId,
          ts: result.ts,
          ref: result.ref,
          standing_at: sql`coalesce(standing_at, ${now})`,
          attempts: 0,
          retry_at: null,
          error: null,
        })
        .execute()
      return
    case 'failed':
      await row.set({ state: 'failed', error: result.error, retry_at: result.retryAt }).execute()
      return
    case 'again':
      await row
        .set({ state: result.look ? 'intended' : 'pending', error: result.error, retry_at: result.retryAt })
        .execute()
      return
    case 'late':
      await row
        .set({
          // What Slack has refused before is what people are told of.
          error: sql`case when state = 'stale' then error else ${result.error} end`,
          retry_at: result.retryAt,
          attempts: sql`attempts + 1`,
        })
        .execute()
      return
    case 'stale':
      await row
        .set({
          state: 'stale',
          hash: result.hash,
          error: result.error,
          retry_at: result.retryAt,
          attempts: sql`attempts + 1`,
        })
        .execute()
      return
    case 'released':
      await row.set({ state: 'released', retry_at: null, error: result.error }).execute()
  }
}

/** After so many tries in vain people are told, whatever the reason is: before, the next one mostly helps. */
const triesInSilence = 3

/** Reasons that people need not hear: to tell of a full budget would cost more of it. */
const passing = [waitsForAnother, budgetSpent]

/** Whether one more failure of an edit is one that people are told of. */
export const isToldSoon = ({ attempts }: Pick<SlotRow, 'attempts'>): boolean => attempts + 1 === triesInSilence

/** Something that should stand in Slack and does not, or says what is no longer so: then `isStale`. `error`: why. */
export type Failing = { slot: string; error: string; isStale?: true }

/** What Slack refused of a subject, or has long not done, to be shown to the people who can act. */
export async function failuresOf(reader: Reader, subject: string): Promise<Failing[]> {
  const rows = await reader
    .selectFrom('slots')
    .select(['slot', 'error', 'state'])
    .where('subject', '=', subject)
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
