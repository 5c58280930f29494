import { z } from 'zod'
import { party } from '../values/address.ts'
import { perMinute } from './api.ts'

const whoMay = (words: string) => z.array(party).default([]).describe(`${words}. Empty: everybody. 空なら全員`)

/** Who sees and does what. Private incidents are for those who take part in them, whatever stands here. */
export const access = z.strictObject({
  guests: z
    .enum(['taking-part', 'everything'])
    .default('taking-part')
    .describe('Which public incidents guests see: those they take part in, or all. ゲストに見える公開インシデント'),
  limits: z
    .strictObject({
      presses: perMinute(120).describe('Presses, forms and commands a minute. 1分あたりの操作'),
      mentions: perMinute(30).describe('Mentions and direct messages a minute. 1分あたりの呼びかけ'),
    })
    .prefault({})
    .describe('How much one person may ask. 1人あたりの上限'),
  responders: whoMay('Groups and people who respond to incidents. 対応できる人'),
  managers: whoMay('Groups and people who decide over others’ work, and respond. 管理できる人'),
  administrators: z
    .array(party)
    .default([])
    .describe(
      'Groups and people who make API tokens for agents. Empty: owners and admins of the workspace. 管理者。空ならワークスペースのオーナーと管理者',
    ),
  security: whoMay('Groups and people who decide over what is private, and manage. 機密を扱える人'),
})
