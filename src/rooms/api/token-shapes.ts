import { z } from 'zod'
import { ranks } from '../settings/index.ts'
import type { Token } from '../tokens/index.ts'
import { actorName } from './api.ts'

const moment = z.iso.datetime().nullable()

/** What the writes of tokens take beside the token itself. */
export const tokenQuery = z.strictObject({ actor: actorName.optional() })

/** A token as the API tells of it; never its secret. */
export const tokenAnswer = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string().describe('How its secret begins'),
  person: z.string().nullable().describe('Slack user id of whose it is; null for an agent’s'),
  right: z.enum(ranks).describe('What it may do at most'),
  services: z.array(z.string()).nullable().describe('Only incidents of these services; null for all'),
  incidents: z.array(z.string()).nullable().describe('Only these incidents; null for all'),
  may_name_people: z.boolean(),
  display: z.boolean().describe('It is for a screen on the wall'),
  made_by: z.string().describe('Slack user id, or an agent’s name'),
  made_at: z.iso.datetime(),
  expires_at: moment,
  last_used_at: moment.describe('To the hour; null while it was never used'),
})
export type TokenAnswer = z.output<typeof tokenAnswer>

export const tokensAnswer = z.object({
  tokens: z.array(tokenAnswer),
  people: z.record(z.string(), z.string()).describe('The names of whose they are and who made them, by Slack user id'),
  may: z
    .object({ administer: z.boolean(), own: z.boolean(), services: z.array(z.string()) })
    .describe(
      'What whoever asks may make: those of agents and screens, and their own; and the services that there are',
    ),
})
export type TokensAnswer = z.output<typeof tokensAnswer>

/** A token that was made just now. */
export const madeAnswer = tokenAnswer.extend({
  token: z.string().nullable().describe('The secret, this once; null where the call is repeated under its key'),
})

const isoOf = (at: Date | null) => at?.toISOString() ?? null

/** A token as the API tells of it. */
export const tokenAnswerOf = (token: Token): TokenAnswer => ({
  id: token.id,
  name: token.name,
  prefix: token.prefix,
  person: token.userId,
  right: token.rank,
  services: token.scope.services && [...token.scope.services],
  incidents: token.scope.incidents && [...token.scope.incidents],
  may_name_people: token.mayNamePeople,
  display: token.isDisplay,
  made_by: token.madeBy,
  made_at: token.madeAt.toISOString(),
  expires_at: isoOf(token.expiresAt),
  last_used_at: isoOf(token.usedAt),
})
