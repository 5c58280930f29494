import type { Clock } from '../clock.ts'
import { type Budget, createBudget } from './budget.ts'
import { type MethodName, methods, type Tier } from './methods.ts'

/** A little longer than Slack's minute: calls do not take equally long to arrive. */
const MINUTE_MS = 61_000

/** Calls per minute and method in a workspace, https://docs.slack.dev/apis/web-api/rate-limits. */
const CALLS_PER_MINUTE: Record<Exclude<Tier, 'special' | 'channel'>, number> = { t2: 20, t3: 50, t4: 100 }

/** "Special" methods allow "hundreds of requests per minute". */
const SPECIAL_PER_MINUTE = 300

/** About one message per second and channel, "short bursts" allowed: chat.postMessage. */
const CHANNEL = { limit: 4, windowMs: 4_100 }

const SWEEP_AT = 500

export interface Budgets {
  of(method: MethodName, channel: string | undefined): Budget
}

/** The budgets of all methods: one each, or one for each channel where Slack counts by channel. */
export function createBudgets(clock: Clock): Budgets {
  const budgets = new Map<string, Budget>()

  const sweep = () => {
    if (budgets.size < SWEEP_AT) return
    for (const [key, budget] of budgets) if (budget.idle()) budgets.delete(key)
  }

  return {
    of(method, channel) {
      const { tier } = methods[method]
      const key = tier === 'channel' ? `${method} ${channel ?? ''}` : method
      const known = budgets.get(key)
      if (known) return known
      sweep()
      const budget = createBudget({ ...rate(tier), clock })
      budgets.set(key, budget)
      return budget
    },
  }
}

function rate(tier: Tier): { limit: number; windowMs: number } {
  if (tier === 'channel') return CHANNEL
  return { limit: tier === 'special' ? SPECIAL_PER_MINUTE : CALLS_PER_MINUTE[tier], windowMs: MINUTE_MS }
}
