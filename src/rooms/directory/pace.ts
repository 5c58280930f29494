import { createBudgets } from '../../kit/budget.ts'
import type { KeptOut } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'

const minuteMs = 60_000

/** Counts what each person asks of this process: presses and forms apart from mentions and direct messages. */
export function pacing(world: World) {
  const spend = createBudgets(world.clock)
  return ({ by, asks }: { by: string; asks?: 'press' | 'mention' | undefined }): KeptOut | undefined => {
    if (!asks) return undefined
    const { presses, mentions } = world.settings().access.limits
    const most = asks === 'press' ? presses : mentions
    if (spend(`${by} ${asks}`, { most, perMs: minuteMs }) === undefined) return undefined
    // Whoever goes on has been told, and words cost a call to Slack each time.
    if (spend(`${by} told`, { most: 1, perMs: minuteMs }) !== undefined) return 'flooding'
    world.log.warn({ person: by, asks, most }, 'Somebody asks more a minute than one person may')
    return 'too-fast'
  }
}
