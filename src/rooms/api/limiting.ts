import { createBudgets } from '../../kit/budget.ts'
import type { World } from '../facts/index.ts'
import { ApiFailure } from './failure.ts'

const minuteMs = 60_000

/** Refuses a token that asks too much, in this process: nobody else is slowed by it. Looks and changes are counted apart. */
export function limiting(world: World): (token: string, method: string) => void {
  const spend = createBudgets(world.clock)
  return (token, method) => {
    const { reads, writes } = world.settings().api.limits
    const isLook = method === 'GET' || method === 'HEAD'
    const waitMs = spend(`${token} ${isLook ? 'reads' : 'writes'}`, { most: isLook ? reads : writes, perMs: minuteMs })
    if (waitMs !== undefined) throw new ApiFailure('too-many-calls', 429, undefined, waitMs)
  }
}
