import { z } from 'zod'
import { json, type Reader, type Tx } from '../../kit/db/index.ts'
import type { OnCallPerson } from './pagerduty.ts'

/** Who is on call with one pager, as it said last. `error`: why it could not be asked since. */
export type OnCall = { pager: string; people: readonly OnCallPerson[]; readAt: Date; error: string | null }

const people = z.array(z.object({ level: z.number(), name: z.string() }))

/** Notes who is on call; null keeps what was said before. */
export async function putOnCall(
  tx: Tx,
  {
    pager,
    people,
    error,
    at,
  }: { pager: string; people: readonly OnCallPerson[] | null; error: string | null; at: Date },
): Promise<void> {
  await tx
    .insertInto('on_calls')
    .values({ pager, people: json(people ?? []), error, read_at: at })
    .onConflict((conflict) =>
      conflict.column('pager').doUpdateSet(people ? { people: json(people), error: null, read_at: at } : { error }),
    )
    .execute()
}

/** Who is on call with each pager that could be asked. */
export async function onCallNow(reader: Reader): Promise<OnCall[]> {
  const rows = await reader.selectFrom('on_calls').selectAll().orderBy('pager').execute()
  return rows.map((row) => ({
    pager: row.pager,
    people: people.parse(row.people),
    readAt: row.read_at,
    error: row.error,
  }))
}
