import { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { ApiCall } from '../../sandbox/protocol.ts'
import { madeBy } from './calls.ts'

const posted = z.looseObject({ ts: z.string().optional() })

/**
 * Makes the same things as a declaration did, by the same calls and as fast as they depend on each other: first the
 * channel, then everything side by side, the pin after the card. What the bot does beyond this is its own cost.
 */
export async function floor(apiUrl: string, name: string, ofTheBot: readonly ApiCall[]): Promise<void> {
  const slack = new WebClient('xoxb-sandbox', { slackApiUrl: `${apiUrl}/api/`, retryConfig: { retries: 0 } })
  const created = await slack.conversations.create({ name })
  const channel = created.channel?.id ?? ''
  const again = async ({ method, args }: ApiCall, changed: Record<string, unknown>) =>
    posted.parse(await slack.apiCall(method, { ...args, ...changed }))
  await Promise.all(
    ofTheBot.map(async (call) => {
      const made = madeBy(call)
      if (made === 'members') await again(call, { channel })
      if (made === 'broadcast') await again(call, {})
      if (made === 'card') {
        const { ts } = await again(call, { channel })
        if (ts) await slack.pins.add({ channel, timestamp: ts })
      }
    }),
  )
}
