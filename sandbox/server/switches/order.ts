import { z } from 'zod'
import type { Posting, Switches, SwitchOrder } from '../../protocol.ts'
import type { StoredChannel } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** More than Slack's largest customers have told of; beyond, the numbers in ids end. */
const mostMade = 200_000

/** Outsiders when `outsiders: true` or `connect: true` names no number. */
export const usualOutsiders = 3

const made = z.int().min(0).max(mostMade)
const places = z.array(z.string().min(2))

const order = z.strictObject({
  plan: z.enum(['free', 'paid']).optional(),
  page_size: z.int().min(1).max(1000).nullable().optional(),
  people: made.optional(),
  channels: made.optional(),
  usergroups: made.optional(),
  ephemerals: z.enum(['keep', 'vanish']).optional(),
  connect: z.boolean().optional(),
  outsiders: z
    .union([z.boolean().transform((some) => (some ? usualOutsiders : 0)), z.int().min(0).max(200)])
    .optional(),
  read_only: places.optional(),
  thread_only: places.optional(),
  non_threadable: places.optional(),
  bot_in: places.optional(),
  other_app: z.boolean().optional(),
  oddities: z.boolean().optional(),
})

/** Why switches cannot be set so, in a sentence for whoever asked. */
export class BadOrder extends Error {}

/** Reads what somebody asked for. Throws a ZodError that names each wrong value. */
export function readOrder(body: unknown): SwitchOrder {
  return order.parse(body)
}

/** The lists of channels by what they may not take. */
export const postings = ['read_only', 'thread_only', 'non_threadable'] as const satisfies readonly Posting[]

/** The channels that a list names. Throws BadOrder for a name that no channel has. */
export function channelsNamed(workspace: Workspace, names: readonly string[]): StoredChannel[] {
  return names.map((name) => {
    const channel = workspace.channelByName(name.replace(/^#/, '')) ?? workspace.channel(name)
    if (!channel || channel.is_im)
      throw new BadOrder(`There is no channel ${name}: name one of the workspace, as "#general".`)
    return channel
  })
}

/** Refuses an order that contradicts itself, before anything is changed. */
export function checkOrder(workspace: Workspace, wanted: SwitchOrder): void {
  const seen = new Map<string, Posting>()
  for (const posting of postings) {
    for (const { id, name } of channelsNamed(workspace, wanted[posting] ?? [])) {
      const before = seen.get(id)
      if (before && before !== posting)
        throw new BadOrder(`#${name} stands in ${before} and in ${posting}: choose one.`)
      seen.set(id, posting)
    }
  }
  for (const channel of channelsNamed(workspace, wanted.bot_in ?? []))
    if (channel.is_archived) throw new BadOrder(`#${channel.name} is archived: the bot cannot be in it.`)
}

/** How the workspace is now. */
export function switchesNow(workspace: Workspace): Switches {
  const channels = [...workspace.channels.kept.values()].filter((channel) => !channel.is_im && !channel.is_mpim)
  const named = (fits: (channel: StoredChannel) => boolean) => channels.filter(fits).map(({ name }) => `#${name}`)
  return {
    ...workspace.settled,
    read_only: named(({ posting }) => posting === 'read_only'),
    thread_only: named(({ posting }) => posting === 'thread_only'),
    non_threadable: named(({ posting }) => posting === 'non_threadable'),
    bot_in: named(({ members }) => members.has(workspace.botId)),
  }
}
