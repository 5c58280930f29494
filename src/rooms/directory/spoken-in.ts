import { RetryAfter } from '../../kit/jobs/index.ts'
import type { Failure, Slack } from '../../kit/slack/index.ts'
import type { World } from '../facts/index.ts'
import type { Settings } from '../settings/index.ts'
import { keepChannels } from './kept/store.ts'
import { readingOf } from './readings/store.ts'
import { channelsByAnyName } from './store.ts'

/** Slack does not let us into a channel: it may as soon as an admin or a member has changed something. In milliseconds. */
const refusedMs = 60_000
const troubledMs = 5_000

/** The channels that the settings speak in, by name or id. */
export const spokenIn = ({ services, notify, functions }: Settings): Set<string> =>
  new Set([
    ...notify.flatMap((rule) => rule.broadcast),
    ...Object.values(services).flatMap((service) => service.channels),
    ...Object.values(functions).flatMap(({ channels }) => channels),
  ])

/** Whether a name is one of them. */
export function speaksIn(settings: Settings): (name: string) => boolean {
  const named = spokenIn(settings)
  return (name) => named.has(name)
}

/**
 * Joins every public channel that the settings speak in: history and repair need membership. Private ones must invite. What
 * Slack does not do now is tried again until it does, without reading the whole workspace again.
 */
export async function joinSpokenIn(world: World, slack: Slack, { turn }: { turn?: number }): Promise<void> {
  let againMs = 0
  for (const channel of await channelsByAnyName(world.db.read, [...spokenIn(world.settings())])) {
    if (channel.isMember || channel.isPrivate || channel.isArchived) continue
    const joined = await slack.call('conversations.join', { channel: channel.id }, { lane: 'checkpoint' })
    if (joined.is === 'done') {
      await world.db.transaction((tx) => keepChannels(tx, [{ ...channel, isMember: true }]))
      continue
    }
    world.log.warn({ channel: channel.name, outcome: joined }, 'A channel of the settings could not be joined')
    againMs = Math.max(againMs, pauseAfter(joined))
  }
  const isLast = turn !== undefined && turn === (await readingOf(world.db.read, 'channels')).turn
  if (againMs > 0 && isLast) throw new RetryAfter(againMs)
}

function pauseAfter(failure: Failure): number {
  if (failure.is === 'limited') return Math.max(failure.retryAfterMs, 1_000)
  return failure.is === 'refused' ? refusedMs : troubledMs
}
