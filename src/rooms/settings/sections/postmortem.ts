import { z } from 'zod'
import { key } from '../values/address.ts'
import { duration, type Milliseconds } from '../values/duration.ts'
import { timeOfDay } from '../values/local-time.ts'
import { document, type Levels } from './level.ts'
import { templates } from './postmortem-templates.ts'

/** What is settled about learning when it is over. */
export const postmortem = z.strictObject({
  due: duration
    .prefault('7d')
    .describe('From 復旧 to the postmortem, unless the level says otherwise. ポストモーテムの期限'),
  owed: document
    .default('full')
    .describe('none, mini (five questions) or full, unless the level says otherwise. 何を書くか'),
  drills: document.default('none').describe('The same for drills and exercises. 訓練・演習では'),
  before_complete: z
    .enum(['writer', 'published'])
    .default('writer')
    .describe(
      'What 完了 asks for: who writes it, or that it is published, reviewed and acted on. 完了の前に求めること',
    ),
  remind_at: timeOfDay
    .default('10:00')
    .describe('In the time zone of the settings, when people are reminded of it. 催促する時刻'),
  overdue_reminders: z
    .int()
    .min(0)
    .max(12)
    .default(4)
    .describe('How often after the due day, a week apart. 期限を過ぎてから催促する回数'),
  templates: templates.describe('Which document which incident gets; the first that fits. 文書のひな形'),
  ask_after: z
    .union([z.literal('off'), duration], 'duration')
    .prefault('5m')
    .describe('From 復旧 until people are asked, one question each, for what is missing; or off. 質問を始めるまで'),
  support: key
    .default('support')
    .describe('Of the functions, the one that knows what customers felt. お客様への影響を聞く担当'),
})

type Deadline = { levels: Levels; postmortem: z.output<typeof postmortem> }

/** How long after 復旧 the postmortem of an incident of this level (or of none) is due. */
export function postmortemDueIn({ levels, postmortem }: Deadline, levelKey?: string): Milliseconds {
  return levels.steps.find((step) => step.key === levelKey)?.postmortem_due ?? postmortem.due
}
