import { z } from 'zod'

const users = z.union([z.string().transform((one) => [one]), z.array(z.string())])
const as = z.string()
const channel = z.string()
const ts = z.string()

/** An element in a message, in a view or on somebody's home. */
const element = {
  channel: channel.optional(),
  ts: ts.optional(),
  view_id: z.string().optional(),
  home: z.boolean().optional(),
  action_id: z.string(),
  block_id: z.string().optional(),
}

/** What `POST /_sandbox/act` takes, by `do`. */
export const deed = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('post'),
    as,
    channel,
    text: z.string(),
    thread_ts: z.string().optional(),
    broadcast: z.boolean().optional(),
  }),
  z.object({ do: z.literal('forward'), as, channel, ts, to: channel, text: z.string().default('') }),
  z.object({ do: z.literal('edit'), as, channel, ts, text: z.string() }),
  z.object({ do: z.literal('delete'), as, channel, ts }),
  z.object({ do: z.literal('react'), as, channel, ts, name: z.string() }),
  z.object({ do: z.literal('unreact'), as, channel, ts, name: z.string() }),
  z.object({ do: z.literal('pin'), as, channel, ts }),
  z.object({ do: z.literal('unpin'), as, channel, ts }),
  z.object({ do: z.literal('join'), as, channel }),
  z.object({ do: z.literal('leave'), as, channel }),
  z.object({ do: z.literal('invite'), as, channel, users }),
  z.object({ do: z.literal('kick'), as, channel, users }),
  z.object({ do: z.literal('create'), as, name: z.string(), is_private: z.boolean().optional() }),
  z.object({ do: z.literal('archive'), as, channel }),
  z.object({ do: z.literal('unarchive'), as, channel }),
  z.object({ do: z.literal('delete_channel'), as, channel }),
  z.object({ do: z.literal('rename'), as, channel, name: z.string() }),
  z.object({ do: z.literal('make_private'), as, channel }),
  /** With the other company, as Slack Connect does: a private channel gets another id. */
  z.object({ do: z.literal('share'), as, channel }),
  z.object({ do: z.literal('topic'), as, channel, text: z.string() }),
  z.object({ do: z.literal('purpose'), as, channel, text: z.string() }),
  z.object({ do: z.literal('usergroup'), as: as.optional(), id: z.string(), users: z.array(z.string()) }),
  z.object({ do: z.literal('deactivate'), as: as.optional(), user: z.string() }),
  z.object({ do: z.literal('reactivate'), as: as.optional(), user: z.string() }),
  z.object({
    do: z.literal('click'),
    as,
    ...element,
    value: z.unknown().optional(),
    /** What stands in the inputs of the view by now, as in `submit`. */
    values: z.record(z.string(), z.unknown()).default({}),
  }),
  z.object({
    do: z.literal('suggest'),
    as,
    ...element,
    value: z.string().default(''),
  }),
  z.object({ do: z.literal('submit'), as, view_id: z.string(), values: z.record(z.string(), z.unknown()).default({}) }),
  z.object({
    do: z.literal('close'),
    as,
    view_id: z.string(),
    /** The cross: every view of the stack goes, not only this one and what lies on it. */
    all: z.boolean().default(false),
  }),
  z.object({ do: z.literal('command'), as, channel, command: z.string(), text: z.string().default('') }),
  z.object({ do: z.literal('shortcut'), as, callback_id: z.string() }),
  z.object({ do: z.literal('message_shortcut'), as, callback_id: z.string(), channel, ts }),
  z.object({ do: z.literal('open_home'), as }),
  z.object({ do: z.literal('open_dm'), as, user: z.string() }),
  /** Their client is open: nothing happens but that they are active. */
  z.object({ do: z.literal('look'), as }),
  z.object({ do: z.literal('mark_read'), as, channel, ts }),
])

export type Deed = z.infer<typeof deed>
export type DeedOf<Do extends Deed['do']> = Extract<Deed, { do: Do }>
