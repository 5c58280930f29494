import { z } from 'zod'
import { duration, durationOrOff, type Milliseconds } from './duration.ts'
import type { Levels } from './level.ts'

/** When the timekeeper speaks. */
export const timekeeper = z.strictObject({
  checkpoint: duration
    .prefault('15m')
    .describe('Between two checkpoints, unless the level says otherwise. 定時確認の間隔'),
  recovered_checkpoint: durationOrOff.prefault('1h').describe('The same after recovery, until completed. 復旧後の間隔'),
  handler_vacancy: z
    .array(duration)
    .max(10)
    .prefault(['3m', '5m', '10m'])
    .describe('How long after declaring, while nobody leads, to ask again. ハンドラー不在の催促'),
  quiet_after_update: durationOrOff
    .prefault('5m')
    .describe('A checkpoint this soon after an update is left out. 状況更新の直後は黙る'),
  longest_snooze: duration.prefault('4h').describe('The longest time for which people may silence it. 一時停止の上限'),
  archive_after: durationOrOff
    .prefault('3d')
    .describe('After completion, offer to archive the channel. アーカイブを促すまで'),
})

export type Timekeeper = z.output<typeof timekeeper>

type Pace = { levels: Levels; timekeeper: Timekeeper }

/** How long between two checkpoints of an incident of this level (or of none yet). */
export function checkpointEvery({ levels, timekeeper }: Pace, levelKey?: string): Milliseconds {
  return levels.steps.find((step) => step.key === levelKey)?.checkpoint ?? timekeeper.checkpoint
}

/** How soon the next update is promised to those who listen. */
export function updatePromise(settings: Pace, levelKey?: string): Milliseconds {
  const level = settings.levels.steps.find((step) => step.key === levelKey)
  return level?.update_promise ?? checkpointEvery(settings, levelKey)
}
