import type { Slack, SlackChannel, SlackUser, SlackUsergroup } from '../../kit/slack/index.ts'
import { wellFormed, withoutUnseen } from '../../kit/well-formed.ts'
import { partyMeant } from '../settings/index.ts'
import type { Group, Person, Shared, WorkspaceChannel } from './directory.ts'

/** The workspace that the bot is in, and the company's organisation where it has several. */
export type Team = { id: string; enterpriseId: string | null }

const asked = new WeakMap<Slack, Team>()

/** Asks Slack once which workspace this is; undefined while it does not say. */
export async function ownTeam(slack: Slack): Promise<Team | undefined> {
  const known = asked.get(slack)
  if (known) return known
  const answer = await slack.call('auth.test', {}, { lane: 'person' })
  if (answer.is !== 'done') return undefined
  const team = { id: answer.value.team_id, enterpriseId: answer.value.enterprise_id ?? null }
  asked.set(slack, team)
  return team
}

/** A person as Slack describes one, in `users.list`, `users.info` and the `user_change` event. */
export function personOf(user: SlackUser, team: Team | undefined): Person {
  const name = [user.real_name, user.profile?.real_name, user.name].map((each) => seenName(each ?? '')).find(Boolean)
  return {
    id: user.id,
    handle: partyMeant(`@${wellFormed(user.name ?? user.id)}`),
    name: name ?? user.id,
    locale: user.locale ?? null,
    email: user.profile?.email ? partyMeant(user.profile.email) : null,
    // Slackbot's own account says that it is none. https://docs.slack.dev/reference/objects/user-object
    isBot: (user.is_bot ?? false) || user.id === 'USLACKBOT',
    isGuest: (user.is_restricted ?? false) || (user.is_ultra_restricted ?? false),
    isDeactivated: user.deleted ?? false,
    isAdmin: (user.is_admin ?? false) || (user.is_owner ?? false),
    isOutsider: isOutsider(user, team),
    teamId: user.team_id ?? null,
  }
}

/** A name as it is seen: it turns no line of ours around, and is empty where nothing of it is seen. */
export const seenName = (name: string): string => withoutUnseen(wellFormed(name)).trim()

/**
 * Whether somebody belongs to another company. In an organisation of several workspaces people have the id of another one, or the
 * organisation's, and are colleagues all the same. https://docs.slack.dev/apis/slack-connect
 */
function isOutsider({ is_stranger, team_id, enterprise_user: org }: SlackUser, team: Team | undefined): boolean {
  if (is_stranger) return true
  if (!team || team_id === undefined || team_id === team.id) return false
  if (org?.teams?.includes(team.id)) return false
  return team.enterpriseId === null || ![team_id, org?.enterprise_id].includes(team.enterpriseId)
}

export function channelOf(channel: SlackChannel): WorkspaceChannel {
  return {
    id: channel.id,
    name: nameOf(channel.name ?? channel.id),
    isPrivate: channel.is_private ?? false,
    isArchived: channel.is_archived ?? false,
    // Slack shows a private channel to its members alone.
    isMember: channel.is_member ?? channel.is_private ?? false,
    shared: sharedBy(channel),
  }
}

/** A channel's name as those of the settings are read: Slack may keep the same letters in another form (か and a mark for が). */
export const nameOf = (name: string): string => wellFormed(name).normalize('NFKC')

function sharedBy({ is_ext_shared, is_pending_ext_shared, is_org_shared }: SlackChannel): Shared | null {
  if (is_ext_shared) return 'outside'
  if (is_pending_ext_shared) return 'invited'
  return is_org_shared ? 'company' : null
}

export const groupOf = ({ id, handle, name, users }: SlackUsergroup): Group => ({
  id,
  handle: partyMeant(`@${wellFormed(handle)}`),
  name: wellFormed(name ?? handle),
  people: users ?? [],
})
