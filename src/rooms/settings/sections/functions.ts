import { z } from 'zod'
import { channelAddress, key, party } from '../values/address.ts'
import { duration } from '../values/duration.ts'
import { label } from '../values/localized.ts'

/** A function of the company that a response may need: database, payment, legal, public relations. */
const companyFunction = z.strictObject({
  name: label.describe('What people call it. 表示名'),
  people: z.array(party).default([]).describe('Groups and people who are called into the channel. 呼ぶ人'),
  channels: z.array(channelAddress).default([]).describe('Channels where the call is posted. 呼びかけるチャンネル'),
  page: z.array(key).default([]).describe('Pagers that are called too. あわせて呼び出す先'),
})

export const functions = z.record(key, companyFunction).default({})

/** How calls for people go on. */
export const calls = z.strictObject({
  name_unanswered_after: duration
    .prefault('5m')
    .describe('When those who have not answered a call are named. 返事のない人を挙げるまでの時間'),
})
