import { z } from 'zod'

/** What a token of the API may do at most, each more than the one before: looking comes first, making tokens last. */
export const ranks = ['viewer', 'responder', 'manager', 'security', 'administrator'] as const
export type Rank = (typeof ranks)[number]

/** The HTTP API. `right`: what the one token of the environment may do. */
export const api = z.strictObject({
  right: z.enum(ranks).default('responder').describe('What the agent of SSSBOT_API_TOKEN may do. 共有トークンの権限'),
})
