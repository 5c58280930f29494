import { z } from 'zod'
import { locales } from '../../../kit/i18n/index.ts'
import { channelAddress, party } from '../values/address.ts'
import { channelStem } from '../values/channel-stem.ts'
import { label } from '../values/localized.ts'

const vendor = z.strictObject({
  name: label.describe('Who it is. 業者名'),
  contact: z.string().trim().min(1, 'words').max(500).describe('How to reach them: telephone, e-mail, URL. 連絡先'),
  channel: channelAddress.optional().describe('The Slack channel shared with them'),
})

/** One service: who owns it, who comes first, where its people talk. */
export const service = z.strictObject({
  name: label.describe('What people call it. サービス名'),
  channel_name: z
    .string()
    .refine((text) => channelStem(text) !== '', 'channel_stem')
    .optional()
    .describe('The stem of its incident channels; default: the name. インシデントチャンネル名の先頭'),
  owners: z.array(party).default([]).describe('The team that owns it. 担当チーム'),
  lead: party
    .optional()
    .describe('Who is told last of what nobody has done; default: the first owner. サービスの責任者'),
  first_response: z.array(party).default([]).describe('Who is called when an incident is declared. 初動対応チーム'),
  tiers: z
    .array(z.array(party).min(1))
    .max(10)
    .default([])
    .describe('Who is called next, tier by tier, while nobody leads. ハンドラーが決まらないとき順に呼ぶ人'),
  channels: z.array(channelAddress).default([]).describe('Channels that hear of its incidents. 周知するチャンネル'),
  language: z
    .enum(locales)
    .optional()
    .describe('What is read in the channels of its incidents; default: that of the settings. 対応チャンネルの言語'),
  vendors: z.array(vendor).default([]).describe('Outside companies it depends on. 外部の業者'),
})

export type Service = z.output<typeof service>

/**
 * Who answers for a service when nobody else has: a person or a group as the settings name them, without `@`. Undefined where
 * they name neither a lead nor an owner, and for a service that they no longer know.
 */
export function leadOf({ services }: { services: Readonly<Record<string, Service>> }, key: string): string | undefined {
  const service = services[key]
  return service?.lead ?? service?.owners[0]
}
