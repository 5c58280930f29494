import { z } from 'zod'

/** What Slack says of a mention. */
export const mention = z.object({
  text: z.string().default(''),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  /** Whose app said it. */
  bot_id: z.string().nullish(),
})
