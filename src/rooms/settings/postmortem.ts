import { z } from 'zod'
import { duration, type Milliseconds } from './duration.ts'
import { document, type Levels } from './level.ts'

/** What is settled about learning when it is over. */
export const postmortem = z.strictObject({
  due: duration
    .prefault('7d')
    .describe('From 復旧 to the postmortem, unless the level says otherwise. ポストモーテムの期限'),
  owed: document
    .default('full')
    .describe('none, mini (five questions) or full, unless the level says otherwise. 何を書くか'),
  drills: document.default('none').describe('The same for drills and exercises. 訓練・演習では'),
})

type Deadline = { levels: Levels; postmortem: z.output<typeof postmortem> }

/** How long after 復旧 the postmortem of an incident of this level (or of none) is due. */
export function postmortemDueIn({ levels, postmortem }: Deadline, levelKey?: string): Milliseconds {
  return levels.steps.find((step) => step.key === levelKey)?.postmortem_due ?? postmortem.due
}

/** The day of a moment in a time zone, `2026-11-30`. */
export function dayIn(timezone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
