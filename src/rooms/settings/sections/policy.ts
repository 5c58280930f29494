import { z } from 'zod'
import { channelAddress, key, party } from '../values/address.ts'
import { incidentKinds, incidentTypes, visibilities } from '../values/incident-words.ts'
import { localized } from '../values/localized.ts'
import { type Levels, mildestFirst } from './level.ts'

/** How loudly a broadcast calls: nobody, those at their desk, or everybody in the channel. Weakest first. */
export const mentions = ['none', 'here', 'channel'] as const
export type Mention = (typeof mentions)[number]

/** How much a channel hears: everything, or three lines for people who are not working on it. */
export const styles = ['full', 'brief'] as const
export type Style = (typeof styles)[number]

const oneOrMore = <T extends z.ZodType<string>>(item: T) =>
  z.union([item, z.array(item).min(1)]).transform((value): z.output<T>[] => (Array.isArray(value) ? value : [value]))

const when = z.strictObject({
  service: oneOrMore(key).optional(),
  level: oneOrMore(key).optional().describe('Exactly these levels'),
  at_least: key.optional().describe('This level or a worse one. このレベル以上'),
  type: oneOrMore(z.enum(incidentTypes)).optional(),
  urgency: oneOrMore(key).optional(),
  kind: oneOrMore(z.enum(incidentKinds)).prefault('real').describe('A rule that names none is about real incidents'),
  visibility: oneOrMore(z.enum(visibilities))
    .prefault('public')
    .describe('A rule that names none is about public ones'),
})

/** One rule: of which incidents, whom to invite, where to broadcast, how loudly. */
export const rule = z.strictObject({
  because: localized(150).optional().describe('Why, in words for the people it calls. 理由'),
  when: when.prefault({}).describe('All conditions must hold; no condition: every real, public incident. 条件'),
  invite: z.array(party).default([]).describe('Groups and people invited to the channel. 招集'),
  broadcast: z.array(channelAddress).default([]).describe('Channels that are told. 周知先'),
  page: z.array(key).default([]).describe('Pagers that are called at once. すぐに呼び出す先'),
  page_if_nobody_leads: z
    .array(key)
    .default([])
    .describe('Pagers that are called when nobody takes the lead. ハンドラー不在が続くときの呼び出し先'),
  mention: z.enum(mentions).default('none').describe('Whom the broadcast mentions. メンション'),
  style: z.enum(styles).default('full').describe('Everything, or three lines. 周知の形: 全文か3行か'),
})

export type Rule = z.output<typeof rule>

/** The rules that hold where the file has no `notify`: they name the levels, so they need them. */
export function defaultRules(levels: Levels): z.input<typeof rule>[] {
  const secondWorst = mildestFirst(levels).at(-2)?.key
  return [
    { because: { ja: 'すべてのインシデント', en: 'Every incident' }, broadcast: ['#incidents'] },
    ...(secondWorst === undefined
      ? []
      : [
          {
            because: { ja: '重いインシデント', en: 'A severe incident' },
            when: { at_least: secondWorst },
            invite: ['@executives'],
            broadcast: ['#executives'],
            mention: 'here' as const,
            style: 'brief' as const,
          },
        ]),
    {
      because: { ja: '機密性のインシデント', en: 'An incident of confidentiality' },
      when: { type: 'confidentiality' as const },
      invite: ['@csirt'],
    },
    {
      because: { ja: '非公開のインシデント', en: 'A private incident' },
      when: { visibility: 'private' as const },
      invite: ['@csirt'],
    },
    {
      because: { ja: '訓練・演習', en: 'A drill or an exercise' },
      when: { kind: ['drill' as const, 'exercise' as const] },
      broadcast: ['#drills'],
    },
  ]
}
