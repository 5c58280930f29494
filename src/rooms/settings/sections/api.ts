import { z } from 'zod'

/** What a token of the API may do at most, each more than the one before: looking comes first, making tokens last. */
export const ranks = ['viewer', 'responder', 'manager', 'security', 'administrator'] as const
export type Rank = (typeof ranks)[number]

/** So many a minute. */
export const perMinute = (otherwise: number) => z.int().min(1).max(100_000).default(otherwise)

/**
 * The HTTP API. `right` and `may_name_people` are of the one token of the environment; left out, the latter is as it was in 0.3 where the
 * database comes from there. `limits` are of each token.
 */
export const api = z.strictObject({
  may_name_people: z
    .boolean()
    .optional()
    .describe('Whether SSSBOT_API_TOKEN may act in the name of anybody. 共有トークンで人の名前を使えるか'),
  limits: z
    .strictObject({
      reads: perMinute(600).describe('Looks a minute. 1分あたりの読み取り'),
      writes: perMinute(120).describe('Changes a minute. 1分あたりの変更'),
    })
    .prefault({})
    .describe('How much each token may ask. トークンごとの上限'),
  right: z.enum(ranks).default('responder').describe('What the agent of SSSBOT_API_TOKEN may do. 共有トークンの権限'),
})
