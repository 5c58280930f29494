import type { Reader, Tx } from '../../../kit/db/index.ts'
import type { RepairPlace, Run } from './repair.ts'

const at = ({ incidentId, channelId, threadTs }: RepairPlace) => ({
  incident_id: incidentId,
  channel_id: channelId,
  thread_ts: threadTs ?? '',
})

/** Begins a reading; while one is under way it is noted that another is wanted after it. */
export async function wantRun(tx: Tx, place: RepairPlace, thorough: boolean, now: Date): Promise<void> {
  await tx
    .insertInto('record_repairs')
    .values({ ...at(place), wanted_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('record_repairs')
    .select(['began_at', 'thorough'])
    .where((is) => is.and(at(place)))
    .forUpdate()
    .executeTakeFirstOrThrow()
  const wanted = { wanted_at: now, thorough: thorough || (row.began_at !== null && row.thorough) }
  await tx
    .updateTable('record_repairs')
    .set(row.began_at ? { ...wanted, again: true } : { ...wanted, ...fresh(place), began_at: now })
    .where((is) => is.and(at(place)))
    .execute()
}

const fresh = ({ threadTs }: RepairPlace) => ({
  again: false,
  pages: 0,
  read_down_to: null,
  main_read: threadTs !== null,
  threads: threadTs === null ? [] : [threadTs],
  read_up_to: null,
  found: 0,
  edited: 0,
  deleted: 0,
  attempts: 0,
  error: null,
  finished_at: null,
})

/** The reading of a place that is under way. */
export async function runOf(reader: Reader, place: RepairPlace): Promise<Run | undefined> {
  const row = await reader
    .selectFrom('record_repairs')
    .selectAll()
    .where((is) => is.and(at(place)))
    .executeTakeFirst()
  if (!row?.began_at) return undefined
  return {
    ...place,
    beganAt: row.began_at,
    step: row.step,
    pages: row.pages,
    thorough: row.thorough,
    readDownTo: row.read_down_to,
    mainRead: row.main_read,
    threads: row.threads,
    readUpTo: row.read_up_to,
    attempts: row.attempts,
  }
}

/** How far a page has brought a reading, and what it found. */
export type Progress = Partial<Pick<Run, 'readDownTo' | 'mainRead' | 'threads' | 'readUpTo'>> & {
  found: number
  edited: number
  deleted: number
}

/** Writes down that a page was read; false where somebody else has read it meanwhile. */
export async function advance(tx: Tx, run: Run, progress: Progress): Promise<boolean> {
  const row = await tx
    .updateTable('record_repairs')
    .set((is) => ({
      step: run.step + 1,
      pages: run.pages + 1,
      attempts: 0,
      ...(progress.readDownTo === undefined ? {} : { read_down_to: progress.readDownTo }),
      ...(progress.mainRead === undefined ? {} : { main_read: progress.mainRead }),
      ...(progress.threads === undefined ? {} : { threads: [...progress.threads] }),
      ...(progress.readUpTo === undefined ? {} : { read_up_to: progress.readUpTo }),
      found: is('found', '+', progress.found),
      edited: is('edited', '+', progress.edited),
      deleted: is('deleted', '+', progress.deleted),
    }))
    .where((is) => is.and(at(run)))
    .where('step', '=', run.step)
    .where('began_at', 'is not', null)
    .returning('step')
    .executeTakeFirst()
  return row !== undefined
}

/** Counts a page that Slack refused. */
export async function noteAttempt(tx: Tx, run: Run): Promise<void> {
  await tx
    .updateTable('record_repairs')
    .set({ attempts: run.attempts + 1 })
    .where((is) => is.and(at(run)))
    .execute()
}

/** Ends a reading; undefined where somebody else has. Where another was wanted meanwhile, it begins. */
export async function finishRun(
  tx: Tx,
  run: Run,
  error: string | null,
  now: Date,
): Promise<{ found: number; edited: number; deleted: number; again: boolean } | undefined> {
  const row = await tx
    .selectFrom('record_repairs')
    .select(['found', 'edited', 'deleted', 'again', 'step', 'began_at'])
    .where((is) => is.and(at(run)))
    .forUpdate()
    .executeTakeFirst()
  if (!row?.began_at || row.step !== run.step) return undefined
  await tx
    .updateTable('record_repairs')
    .set(
      row.again
        ? { ...fresh(run), began_at: now, step: run.step + 1 }
        : { began_at: null, thorough: false, step: run.step + 1, finished_at: now, error },
    )
    .where((is) => is.and(at(run)))
    .execute()
  return row
}

/** A stretch of a conversation between messages: `from` and `upTo` are part of it, `after` and `before` are not. */
export type Stretch = {
  after?: string | null
  from?: string | null
  before?: string | null
  upTo?: string | null
  /** Only what was kept by then. */
  keptBefore: Date
}

/** The kept messages of the main line, or of one thread, in a stretch, by their keys. */
export async function keptIn(
  reader: Reader,
  { incidentId, channelId }: RepairPlace,
  threadTs: string | null,
  { after, from, before, upTo, keptBefore }: Stretch,
): Promise<string[]> {
  let kept = reader
    .selectFrom('record_messages')
    .select('ts')
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('deleted_at', 'is', null)
    .where('read_at', '<=', keptBefore)
  kept = threadTs
    ? kept.where('thread_ts', '=', threadTs).whereRef('thread_ts', '!=', 'ts')
    : kept.where((is) => is.or([is('thread_ts', 'is', null), is('thread_ts', '=', is.ref('ts'))]))
  if (after) kept = kept.where('ts', '>', after)
  if (from) kept = kept.where('ts', '>=', from)
  if (before) kept = kept.where('ts', '<', before)
  if (upTo) kept = kept.where('ts', '<=', upTo)
  return (await kept.execute()).map(({ ts }) => ts)
}

/** How many replies are kept under each of some messages. */
export async function keptReplies(
  reader: Reader,
  { incidentId, channelId }: RepairPlace,
  parents: readonly string[],
): Promise<Map<string, number>> {
  if (parents.length === 0) return new Map()
  const rows = await reader
    .selectFrom('record_messages')
    .select((is) => ['thread_ts', is.fn.countAll<number>().as('count')])
    .where('incident_id', '=', incidentId)
    .where('channel_id', '=', channelId)
    .where('deleted_at', 'is', null)
    .where('thread_ts', 'in', parents)
    .whereRef('thread_ts', '!=', 'ts')
    .groupBy('thread_ts')
    .execute()
  return new Map(rows.map(({ thread_ts, count }) => [thread_ts ?? '', Number(count)]))
}
