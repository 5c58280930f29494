import type { Tx } from '../../kit/db/index.ts'

/** Keeps that a call was made under a key; answers what was said under it before, which stays. */
export async function keepCall(tx: Tx, call: { key: string; said: string }, at: Date): Promise<string | undefined> {
  const kept = await tx
    .insertInto('api_calls')
    .values({ ...call, at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (kept) return undefined
  const earlier = await tx.selectFrom('api_calls').select('said').where('key', '=', call.key).executeTakeFirst()
  return earlier?.said
}

/** Forgets the calls that were made before a moment. */
export async function forgetCalls(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('api_calls').where('at', '<', before).execute()
}
