import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { type Change, type Unchanged, unchanged } from '../facts/index.ts'
import type { Deed } from '../incident/index.ts'
import { idempotencyKey } from './api.ts'
import { ApiFailure } from './failure.ts'
import { forgetCalls, keepCall, noteMade } from './store.ts'

/** How long a write is known by its key, in milliseconds. */
export const keyKeptMs = 24 * 3_600_000

/** A write under its caller's key, and what it says, as a hash; null where the caller gave no key. */
export type Keyed = { key: string; said: string } | null

/** What a call that `who` makes is known by. Throws an `ApiFailure` for a key that cannot be used. */
export function keyedBy(c: Context, who: string, given: object): Keyed {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return null
  if (!idempotencyKey.safeParse(key).success) throw new ApiFailure('idempotency-key-invalid', 400)
  const said = createHash('sha256')
    .update(inOneOrder([c.req.method, c.req.path, given]))
    .digest('base64url')
  return { key: `${who} ${key}`, said }
}

/** JSON in which the order of keys, which means nothing, is always the same. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )

/**
 * Keeps that a write is made under its key; answers what it made where it was made before, undefined where it is to be made now.
 * Throws an `ApiFailure` for something else under that key. Of two at once the second waits here until the first has committed.
 */
export async function madeBefore(tx: Tx, call: Keyed, now: Date): Promise<string | undefined> {
  if (!call) return undefined
  await forgetCalls(tx, later(now, -keyKeptMs))
  const earlier = await keepCall(tx, call, now)
  if (earlier && earlier.said !== call.said) throw new ApiFailure('idempotency-key-reused', 409)
  return earlier?.made
}

/** Keeps what a write has made: the id of an incident, an entry's name. */
export async function keepMade(tx: Tx, call: Keyed, made: string): Promise<void> {
  if (call) await noteMade(tx, call.key, made)
}

type Doing<Input, Result> = { change(deed: Deed, input: Input): Promise<Change<Result> | Unchanged<Result>> }

/** A verb as it is done under a key: sent again it is not done twice, and answers what it made. */
export const once = <Input, Result, Does extends Doing<Input, Result>>(
  does: Does & Doing<Input, Result>,
  call: Keyed,
) => ({
  ...does,
  async change(deed: Deed, input: Input): Promise<Change<Result | string> | Unchanged<Result | string>> {
    const earlier = await madeBefore(deed.tx, call, deed.now)
    if (earlier !== undefined) return unchanged(earlier)
    const done = await does.change(deed, input)
    if (typeof done.result === 'string') await keepMade(deed.tx, call, done.result)
    return done
  },
})
