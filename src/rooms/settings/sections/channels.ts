import { z } from 'zod'
import { locales } from '../../../kit/i18n/index.ts'
import { channelAddress } from '../values/address.ts'
import { duration } from '../values/duration.ts'
import { archiveAfter } from './upkeep.ts'

const pattern = (need: string, allowed: readonly string[]) =>
  z
    .string()
    .max(40)
    .refine(
      (text) =>
        text.includes(need) &&
        text.includes('{kind}') &&
        [...text.matchAll(/\{[^}]*\}?|\}/g)].every(([gap]) => allowed.includes(gap)),
      need === '{service}' ? 'naming' : 'private_naming',
    )

const letter = z.string().regex(/^[a-z]{1,8}$/, 'letter')

/** How incident channels are called. */
export const channels = z.strictObject({
  archive_after: archiveAfter,
  convert_within: z
    .union([z.literal('off'), duration], 'duration')
    .prefault('10m')
    .describe(
      'After an incident was made private: when who leads is reminded that its channel is still public; or off. 非公開にしたあと、チャンネルが公開のままなら促すまでの時間',
    ),
  languages: z
    .record(channelAddress, z.enum(locales))
    .default({})
    .describe('In which language a channel reads, where it is not that of the settings. チャンネルごとの言語'),
  naming: pattern('{service}', ['{service}', '{date}', '{kind}'])
    .default('{service}-{date}{kind}')
    .describe('Gaps: {service} {date} {kind}. 公開インシデントのチャンネル名'),
  private_naming: pattern('{code}', ['{code}', '{date}', '{kind}'])
    .default('{code}-{date}{kind}')
    .describe('Gaps: {code} {date} {kind}; never the service. 非公開インシデントのチャンネル名'),
  letters: z
    .strictObject({ real: letter.default('i'), drill: letter.default('d'), exercise: letter.default('e') })
    .prefault({})
    .refine((letters) => new Set(Object.values(letters)).size === 3, 'letters')
    .describe('What {kind} becomes. 種別を表す文字'),
  code_names: z
    .array(z.string().min(1).max(30))
    .min(1)
    .default([
      'kawasemi',
      'hibari',
      'tsugumi',
      'mejiro',
      'suzume',
      'hayabusa',
      'oruri',
      'kamome',
      'chidori',
      'yamagara',
    ])
    .describe('Words that tell nothing, for private incidents. 非公開インシデントの符丁'),
})

export type ChannelNaming = z.output<typeof channels>
