import { later } from '../../kit/clock.ts'
import type { Reader } from '../../kit/db/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import { liveTokens } from './store.ts'
import type { Token } from './token.ts'

/** A token that nobody used for so long is one that nobody would miss, in milliseconds. */
export const neglectedMs = 90 * 24 * 3_600_000

/** What is odd about a token: nobody uses it, it is somebody's who is gone, or whoever made it for an agent or a screen is. */
export type Neglected = { token: Token; why: 'unused' | 'gone' | 'orphaned' }

/** How many tokens there are, and those that somebody should revoke. */
export async function neglectedTokens(reader: Reader, now: Date): Promise<{ count: number; odd: Neglected[] }> {
  const tokens = (await liveTokens(reader)).filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
  const owners = tokens.map(({ userId, madeBy }) => userId ?? madeBy)
  const known = await peopleByAnyName(reader, owners)
  const here = new Set(known.flatMap((each) => (each.isDeactivated || each.isOutsider ? [] : [each.id])))
  // Who is not known may be an agent, which made a token for another.
  const gone = new Set(known.flatMap(({ id }) => (here.has(id) ? [] : [id])))
  const odd = tokens.flatMap((token): Neglected[] => {
    if (token.userId && !here.has(token.userId)) return [{ token, why: 'gone' }]
    if (!token.userId && gone.has(token.madeBy)) return [{ token, why: 'orphaned' }]
    return (token.usedAt ?? token.madeAt) <= later(now, -neglectedMs) ? [{ token, why: 'unused' }] : []
  })
  return { count: tokens.length, odd }
}
