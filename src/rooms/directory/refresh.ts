import { RetryAfter } from '../../kit/jobs/index.ts'
import type { Failure, Slack } from '../../kit/slack/index.ts'
import type { World } from '../facts/index.ts'
import type { Group, Person, Workspace, WorkspaceChannel } from './directory.ts'
import { joinSpokenInJob } from './jobs.ts'
import { channelsByAnyName, keepChannels, keepWorkspace } from './store.ts'

/** Slack did not answer a part of the reading: try again later. */
export class WorkspaceUnread extends Error {
  override name = 'WorkspaceUnread'
}

const lane = 'checkpoint'

/** Slack does not let us into a channel: it may as soon as an admin or a member has changed something. In milliseconds. */
const refusedMs = 60_000
const troubledMs = 5_000

/** Reads people, groups and channels from Slack and keeps them; the public channels that the settings name are joined then. */
export async function refreshDirectory(world: World, slack: Slack): Promise<void> {
  const [people, groups, channels] = [await readPeople(slack), await readGroups(slack), await readChannels(slack)]
  const workspace: Workspace = { people, groups, channels }
  await world.db.transaction(async (tx) => {
    await keepWorkspace(tx, workspace, world.clock.now())
    await world.jobs.enqueue(tx, joinSpokenInJob, {})
  })
}

/**
 * Joins every public channel that the settings speak in: history and repair need membership. Private ones must invite. What
 * Slack does not do now is tried again until it does, without reading the whole workspace anew.
 */
export async function joinSpokenIn(world: World, slack: Slack): Promise<void> {
  const { services, notify, functions } = world.settings()
  const named = new Set([
    ...notify.flatMap((rule) => rule.broadcast),
    ...Object.values(services).flatMap((service) => service.channels),
    ...Object.values(functions).flatMap(({ channels }) => channels),
  ])
  let againMs = 0
  for (const channel of await channelsByAnyName(world.db.read, [...named])) {
    if (channel.isMember || channel.isPrivate || channel.isArchived) continue
    const joined = await slack.call('conversations.join', { channel: channel.id }, { lane })
    if (joined.is === 'done') {
      await world.db.transaction((tx) => keepChannels(tx, [{ ...channel, isMember: true }]))
      continue
    }
    world.log.warn({ channel: channel.name, outcome: joined }, 'A channel of the settings could not be joined')
    againMs = Math.max(againMs, pauseAfter(joined))
  }
  if (againMs > 0) throw new RetryAfter(againMs)
}

function pauseAfter(failure: Failure): number {
  if (failure.is === 'limited') return Math.max(failure.retryAfterMs, 1_000)
  return failure.is === 'refused' ? refusedMs : troubledMs
}

async function readPeople(slack: Slack): Promise<Person[]> {
  const people: Person[] = []
  for await (const page of slack.pages('users.list', { include_locale: true, limit: 200 }, { lane })) {
    if (page.is !== 'done') throw new WorkspaceUnread(`users.list: ${JSON.stringify(page)}`)
    people.push(...page.value.members.map(personOf))
  }
  return people
}

/** A person as Slack describes one, in `users.list` and in the `user_change` event. */
export function personOf(user: {
  id: string
  name?: string | undefined
  real_name?: string | undefined
  locale?: string | undefined
  deleted?: boolean | undefined
  is_bot?: boolean | undefined
  is_restricted?: boolean | undefined
  is_ultra_restricted?: boolean | undefined
  profile?: { email?: string | undefined } | undefined
}): Person {
  return {
    id: user.id,
    handle: user.name ?? user.id,
    name: user.real_name ?? user.name ?? user.id,
    locale: user.locale ?? null,
    email: user.profile?.email ?? null,
    isBot: user.is_bot ?? false,
    isGuest: (user.is_restricted ?? false) || (user.is_ultra_restricted ?? false),
    isDeactivated: user.deleted ?? false,
  }
}

async function readGroups(slack: Slack): Promise<Group[]> {
  const listed = await slack.call('usergroups.list', { include_users: true }, { lane })
  if (listed.is !== 'done') throw new WorkspaceUnread(`usergroups.list: ${JSON.stringify(listed)}`)
  return listed.value.usergroups
    .filter((group) => !group.date_delete)
    .map(({ id, handle, name, users }) => ({ id, handle, name, people: users ?? [] }))
}

/** Where the bot is, and every other public channel: the settings may name one that it has yet to join. */
async function readChannels(slack: Slack): Promise<WorkspaceChannel[]> {
  const channels = new Map<string, WorkspaceChannel>()
  const args = { types: 'public_channel,private_channel', exclude_archived: true, limit: 999 }
  for await (const page of slack.pages('conversations.list', args, { lane })) {
    if (page.is !== 'done') throw new WorkspaceUnread(`conversations.list: ${JSON.stringify(page)}`)
    for (const channel of page.value.channels) {
      channels.set(channel.id, {
        id: channel.id,
        name: channel.name ?? channel.id,
        isPrivate: channel.is_private ?? false,
        isArchived: channel.is_archived ?? false,
        isMember: channel.is_member ?? false,
      })
    }
  }
  return [...channels.values()]
}
