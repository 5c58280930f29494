import { z } from 'zod'
import { key } from '../values/address.ts'
import { duration } from '../values/duration.ts'
import { label, localized } from '../values/localized.ts'

/** How much is written of an incident: nothing, five questions, or the whole document. */
export const document = z.enum(['none', 'mini', 'full'])
export type OwedDocument = z.output<typeof document>

export const level = z.strictObject({
  key: key.describe('Never change it once incidents have it'),
  label: label.describe('What people read. 表示名'),
  description: localized(500).optional().describe('When this level holds. 判断の目安'),
  emoji: z
    .string()
    .regex(/^:[^\s:]+:$/, 'emoji')
    .default(':white_circle:')
    .describe('Slack emoji, as :name:'),
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'color')
    .default('#868e96')
    .describe('Colour on the dashboard'),
  checkpoint: duration.optional().describe('How often the timekeeper speaks; default: timekeeper.checkpoint'),
  postmortem_due: duration.optional().describe('From 復旧 to the postmortem; default: postmortem.due'),
  postmortem: document.optional().describe('What is written of it: none, mini or full; default: see postmortem.owed'),
  review: z.boolean().optional().describe('Whether a review meeting is owed; default: for the two worst. レビュー会'),
  update: duration.optional().describe('How often people hear how it stands; default: timekeeper.update'),
})

export type Level = z.output<typeof level>

const DEFAULT_STEPS: z.input<typeof level>[] = [
  {
    key: 'level1',
    label: { ja: 'レベル1（軽微）', en: 'Level 1 (slight)' },
    description: { ja: '利用者への影響はない', en: 'No user is affected' },
    emoji: ':white_circle:',
    color: '#868e96',
  },
  {
    key: 'level2',
    label: { ja: 'レベル2（小）', en: 'Level 2 (minor)' },
    description: { ja: '一部の利用者に軽い影響がある', en: 'Some users are slightly affected' },
    emoji: ':large_blue_circle:',
    color: '#228be6',
  },
  {
    key: 'level3',
    label: { ja: 'レベル3（中）', en: 'Level 3 (medium)' },
    description: { ja: '主な機能の一部が使えない', en: 'Part of a main function cannot be used' },
    emoji: ':large_yellow_circle:',
    color: '#fab005',
  },
  {
    key: 'level4',
    label: { ja: 'レベル4（大）', en: 'Level 4 (major)' },
    description: {
      ja: '多くの利用者が使えない、または情報が漏れたおそれがある',
      en: 'Many users cannot work, or data may have leaked',
    },
    emoji: ':large_orange_circle:',
    color: '#fd7e14',
  },
  {
    key: 'level5',
    label: { ja: 'レベル5（重大）', en: 'Level 5 (critical)' },
    description: { ja: '全面停止、または情報漏えいが確認された', en: 'Everything is down, or a leak is confirmed' },
    emoji: ':red_circle:',
    color: '#e03131',
  },
]

/** How bad an incident is, decided by the handler; the order of the list is the order of severity. */
export const levels = z.strictObject({
  worst: z
    .enum(['first', 'last'])
    .default('last')
    .describe('Which end of the list is the worst. 最も重いのは先頭か末尾か'),
  steps: z.array(level).min(2).max(10).prefault(DEFAULT_STEPS).describe('The levels in order. 事象レベル'),
})

export type Levels = z.output<typeof levels>

/** How bad a level is: 1 for the mildest. 0 for none decided yet, and for a key that the settings no longer know. */
export function severity(levelKey: string | undefined, { worst, steps }: Levels): number {
  const index = steps.findIndex((step) => step.key === levelKey)
  if (index < 0) return 0
  return worst === 'last' ? index + 1 : steps.length - index
}

/** The levels from the mildest to the worst. */
export function mildestFirst({ worst, steps }: Levels): readonly Level[] {
  return worst === 'last' ? steps : steps.toReversed()
}
