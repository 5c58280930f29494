import { z } from 'zod'
import { key } from '../values/address.ts'
import { label } from '../values/localized.ts'

const urgency = z.strictObject({
  key: key.describe('Never change it once incidents have it'),
  label: label.describe('What people read. 表示名'),
  emoji: z
    .string()
    .regex(/^:[^\s:]+:$/, 'emoji')
    .optional()
    .describe('Slack emoji, as :name:'),
})

export type Urgency = z.output<typeof urgency>

/** How urgent it feels to the one who declares; no level, and no promise. */
export const urgencies = z
  .array(urgency)
  .min(1)
  .max(20)
  .prefault([
    {
      key: 'emergency',
      label: { ja: '緊急（影響が広がっている）', en: 'Emergency (it is spreading)' },
      emoji: ':rotating_light:',
    },
    { key: 'high', label: { ja: '高い（影響が出ている）', en: 'High (people are affected)' }, emoji: ':fire:' },
    { key: 'low', label: { ja: '低い（影響はわずか）', en: 'Low (hardly anyone is affected)' }, emoji: ':seedling:' },
    { key: 'looking', label: { ja: '調べているだけ', en: 'Only looking into it' }, emoji: ':mag:' },
    { key: 'no_impact', label: { ja: '影響なし', en: 'No impact' }, emoji: ':white_check_mark:' },
  ])
