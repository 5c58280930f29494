import { z } from 'zod'

/**
 * The part of Slack's answers that the code relies on. Other keys may stand beside it; those of people, channels and groups are
 * let go, as lists of them are long.
 * https://docs.slack.dev/reference/objects
 */

/** A timestamp that names a message: a key, never a number. */
const ts = z.string()

export const channel = z.object({
  id: z.string(),
  name: z.string().optional(),
  creator: z.string().optional(),
  /** Seconds since the epoch. */
  created: z.number().optional(),
  is_private: z.boolean().optional(),
  is_archived: z.boolean().optional(),
  is_member: z.boolean().optional(),
  /** Shared with other companies by Slack Connect, or about to be. */
  is_ext_shared: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
  /** Shared with other workspaces of one's own company. */
  is_org_shared: z.boolean().optional(),
  topic: z.looseObject({ value: z.string() }).optional(),
})

export const message = z.looseObject({
  ts,
  type: z.string().optional(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  app_id: z.string().optional(),
  text: z.string().nullish(),
  thread_ts: ts.optional(),
  /** Where the call did not ask for it, and in `pins.list`, the type comes without its payload. */
  metadata: z
    .looseObject({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()).optional() })
    .optional(),
})

export const user = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  /** Owners and the primary owner are admins, too. https://docs.slack.dev/reference/objects/user-object */
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  /** Somebody of another company, met in a channel that is shared with it. */
  is_stranger: z.boolean().optional(),
  /** Of a company with several workspaces: the company, and in which of them the person is. */
  enterprise_user: z
    .looseObject({ enterprise_id: z.string().optional(), teams: z.array(z.string()).optional() })
    .optional(),
  locale: z.string().nullish(),
  profile: z.object({ email: z.string().nullish(), real_name: z.string().nullish() }).optional(),
})
export type SlackUser = z.infer<typeof user>
export type SlackChannel = z.infer<typeof channel>

export const usergroup = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string().optional(),
  /** Zero while the group stands. */
  date_delete: z.number().nullish(),
  users: z.array(z.string()).optional(),
})
export type SlackUsergroup = z.infer<typeof usergroup>

export const view = z.looseObject({ id: z.string(), hash: z.string().optional(), callback_id: z.string().optional() })

export const bookmark = z.looseObject({
  id: z.string(),
  title: z.string().optional(),
  link: z.string().nullish(),
})

export const pin = z.looseObject({
  type: z.string().optional(),
  created: z.number().optional(),
  created_by: z.string().optional(),
  message: message.optional(),
})

export const posted = z.looseObject({ channel: z.string(), ts })

/** The answer of a method that only says that it was done. */
export const nothing = z.looseObject({})

/** A list that goes on: `response_metadata.next_cursor` is empty or absent on the last page. */
export function page<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.looseObject({
    ...shape,
    response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
  })
}
