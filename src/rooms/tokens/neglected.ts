import { later } from '../../kit/clock.ts'
import type { Reader } from '../../kit/db/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import { liveTokens } from './store.ts'
import type { Token } from './token.ts'

/** A token that nobody used for so long is one that nobody would miss, in milliseconds. */
export const neglectedMs = 90 * 24 * 3_600_000

/** What is odd about a token: nobody uses it, or it is somebody's who is gone. */
export type Neglected = { token: Token; why: 'unused' | 'gone' }

/** How many tokens there are, and those that somebody should revoke. */
export async function neglectedTokens(reader: Reader, now: Date): Promise<{ count: number; odd: Neglected[] }> {
  const tokens = (await liveTokens(reader)).filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
  const owners = tokens.flatMap(({ userId }) => userId ?? [])
  const here = new Set(
    (await peopleByAnyName(reader, owners)).flatMap((each) => (each.isDeactivated || each.isOutsider ? [] : [each.id])),
  )
  const odd = tokens.flatMap((token): Neglected[] => {
    if (token.userId && !here.has(token.userId)) return [{ token, why: 'gone' }]
    return (token.usedAt ?? token.madeAt) <= later(now, -neglectedMs) ? [{ token, why: 'unused' }] : []
  })
  return { count: tokens.length, odd }
}
