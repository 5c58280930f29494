import type { Tx } from '../../kit/db/index.ts'

/** Keeps that a call was made under a key; answers what was said under it before and what that made, which stay. */
export async function keepCall(
  tx: Tx,
  call: { key: string; said: string },
  at: Date,
): Promise<{ said: string; made: string } | undefined> {
  const kept = await tx
    .insertInto('api_calls')
    .values({ ...call, at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (kept) return undefined
  return tx.selectFrom('api_calls').select(['said', 'made']).where('key', '=', call.key).executeTakeFirst()
}

/** Keeps what the call under a key has made. */
export async function noteMade(tx: Tx, key: string, made: string): Promise<void> {
  await tx.updateTable('api_calls').set({ made }).where('key', '=', key).execute()
}

/** Forgets the calls that were made before a moment. */
export async function forgetCalls(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('api_calls').where('at', '<', before).execute()
}
