import { z } from 'zod'
import { duration, type Milliseconds } from '../values/duration.ts'
import type { Levels } from './level.ts'

/** To whom the escalation of an overdue update turns. */
const overdueStep = z.strictObject({
  after: duration.describe('After the promised time, or after the step before'),
  tell: z.enum(['channel', 'handler', 'deputy']).describe('Whom. 誰に'),
})
/** More reminders than this are noise: what did not help ten times is for the next tier. */
const mostReminders = 10

/** When the timekeeper speaks. */
export const timekeeper = z.strictObject({
  checkpoint: duration
    .prefault('15m')
    .describe('Between two checkpoints, unless the level says otherwise. 定時確認の間隔'),
  update: duration
    .prefault('30m')
    .describe(
      'How often people hear how it stands where no time was promised, unless the level says otherwise. 状況更新の間隔',
    ),
  overdue: z
    .array(overdueStep)
    .prefault([
      { after: '1m', tell: 'channel' },
      { after: '5m', tell: 'handler' },
      { after: '10m', tell: 'deputy' },
    ])
    .describe('What happens, step by step, when a promised update does not come. 約束の更新が来ないとき'),
  vacancy: z
    .array(duration)
    .min(1)
    .max(mostReminders)
    .prefault(['3m', '5m', '10m'])
    .transform((after) => after.toSorted((one, other) => one - other))
    .describe('While nobody leads: how long after that began to remind the channel. ハンドラー不在の催促'),
  next_tier: duration
    .prefault('5m')
    .describe('After the last reminder, and between two tiers. 次の人たちを呼ぶまでの間'),
})

export type Timekeeper = z.output<typeof timekeeper>

type Pace = { levels: Levels; timekeeper: Timekeeper }

/** How long between two checkpoints of an incident of this level (or of none yet). */
export function checkpointEvery({ levels, timekeeper }: Pace, levelKey?: string): Milliseconds {
  return levels.steps.find((step) => step.key === levelKey)?.checkpoint ?? timekeeper.checkpoint
}

/** How often people should hear how an incident of this level (or of none yet) stands, where nobody promised a time. */
export function updateEvery({ levels, timekeeper }: Pace, levelKey?: string): Milliseconds {
  return levels.steps.find((step) => step.key === levelKey)?.update ?? timekeeper.update
}
