import { type RawBuilder, sql } from 'kysely'
import type { Writer } from '../../../kit/db/index.ts'
import type { Result } from '../result.ts'

/** Who renders which state of a subject. */
export type Rendering = { subject: string; holder: string; version: number }

/** What is about to be done about one slot. `settledAt`: it was tried before and is looked for; a call of this try has landed by then. */
export type Intent = { slot: string; hash: string; settledAt: Date | null }

/**
 * Notes, before Slack is called, that it is about to be, and holds the subject until `until`: what a crash leaves behind can then be looked
 * for. Of what is looked for the moment of the first try stays. Answers false, and notes nothing, where `holder` no longer holds the subject.
 */
export async function intend(
  writer: Writer,
  { subject, holder }: Rendering,
  intents: readonly Intent[],
  now: Date,
  until: Date,
): Promise<boolean> {
  const rows = intents.map(({ slot, hash, settledAt }) => ({ slot, hash, retry_at: settledAt }))
  const { rows: held } = await sql`
    with held as (
      update projections set lease_until = ${until} where subject = ${subject} and lease_holder = ${holder}
      returning subject
    ), noted as (
      insert into slots (subject, slot, hash, state, intended_at, attempts, retry_at)
      select held.subject, meant.slot, meant.hash, 'intended', ${now}::timestamptz, 1, meant.retry_at
      from held, json_to_recordset(${JSON.stringify(rows)}::json) as meant (slot text, hash text, retry_at timestamptz)
      on conflict (subject, slot) do update set
        state = 'intended',
        hash = excluded.hash,
        intended_at = case when excluded.retry_at is null then excluded.intended_at else slots.intended_at end,
        attempts = slots.attempts + 1,
        retry_at = excluded.retry_at
    )
    select subject from held`.execute(writer)
  return held.length > 0
}

/** Writes down what became of some slots, in one statement. */
export async function settle(writer: Writer, subject: string, results: readonly Result[], now: Date): Promise<void> {
  if (results.length > 0) await settling(subject, results, now).execute(writer)
}

/**
 * Writes down what became of the last slots, and ends the rendering, in one statement. Answers false when the state has moved on
 * meanwhile: then the lease is kept and the rendering goes on. With `retryAt` something is left to do, and the subject stays
 * behind until then.
 */
export async function settleAndFinish(
  writer: Writer,
  { subject, holder, version }: Rendering,
  results: readonly Result[],
  retryAt: Date | null,
  now: Date,
): Promise<boolean> {
  const finishing = sql<{ subject: string }>`
    update projections set
      lease_holder = null, lease_until = null, retry_at = ${retryAt}::timestamptz,
      rendered_version = case when ${retryAt}::timestamptz is null then ${version} else rendered_version end
    where subject = ${subject} and lease_holder = ${holder} and version = ${version}
    returning subject`
  const { rows } = await (results.length === 0
    ? finishing
    : sql`with settled as (${settling(subject, results, now)}) ${finishing}`
  ).execute(writer)
  return rows.length > 0
}

const settling = (subject: string, results: readonly Result[], now: Date): RawBuilder<unknown> => sql`
  update slots set
    state = case
      when result.is_now in ('standing', 'stale', 'failed', 'released') then result.is_now
      when result.is_now = 'late' then slots.state
      when result.look then 'intended'
      else 'pending'
    end,
    hash = case when result.is_now in ('standing', 'stale') then result.hash else slots.hash end,
    channel_id = case when result.is_now = 'standing' then result.channel_id else slots.channel_id end,
    ts = case when result.is_now = 'standing' then result.ts else slots.ts end,
    ref = case when result.is_now = 'standing' then result.ref else slots.ref end,
    shows = case when result.is_now = 'standing' then result.shows else slots.shows end,
    standing_at = case when result.is_now = 'standing' then coalesce(standing_at, ${now}) else standing_at end,
    attempts = case
      when result.is_now = 'standing' then 0
      when result.is_now in ('late', 'stale') then attempts + 1
      else attempts
    end,
    retry_at = result.retry_at,
    -- What Slack has refused before is what people are told of, not that the next try was late.
    error = case when result.is_now = 'late' and state = 'stale' then slots.error else result.error end
  from json_to_recordset(${JSON.stringify(results.map(rowOf))}::json) as result (
    slot text, is_now text, look boolean, hash text, channel_id text, ts text, ref text, shows text[], retry_at timestamptz, error text
  )
  where subject = ${subject} and slots.slot = result.slot`

const rowOf = (result: Result) => ({
  slot: result.slot,
  is_now: result.is,
  look: result.is === 'again' && result.look,
  hash: 'hash' in result ? result.hash : null,
  channel_id: 'channelId' in result ? result.channelId : null,
  ts: 'ts' in result ? result.ts : null,
  ref: 'ref' in result ? result.ref : null,
  shows: 'shows' in result && result.shows?.length ? result.shows : null,
  retry_at: 'retryAt' in result ? result.retryAt : null,
  error: 'error' in result ? result.error : null,
})
