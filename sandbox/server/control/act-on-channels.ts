import { refuse } from '../refusal.ts'
import {
  archive,
  createChannel,
  deleteChannel,
  makePrivate,
  markRead,
  openConversation,
  rename,
  setNote,
  unarchive,
} from '../workspace/channels.ts'
import { admit, dismiss, invite } from '../workspace/members.ts'
import { setDeleted, setUsergroup } from '../workspace/people.ts'
import { shareOutside } from '../workspace/share.ts'
import type { Person, StoredChannel } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { DeedOf } from './deed.ts'
import { channelNamed, personNamed, usergroupNamed } from './find.ts'

function notDirect(channel: StoredChannel): void {
  if (channel.is_im || channel.is_mpim) refuse('method_not_supported_for_channel_type')
}

export function create(workspace: Workspace, person: Person, deed: DeedOf<'create'>) {
  return { channel: createChannel(workspace, deed.name.replace(/^#/, ''), person.id, deed.is_private ?? false).id }
}

export function join(workspace: Workspace, person: Person, channel: StoredChannel) {
  notDirect(channel)
  if (channel.is_archived) refuse('is_archived')
  admit(workspace, channel, person.id)
  return {}
}

export function leave(workspace: Workspace, person: Person, channel: StoredChannel) {
  notDirect(channel)
  if (!channel.members.has(person.id)) refuse('not_in_channel')
  if (channel.is_general) refuse('cant_leave_general')
  if (channel.is_private && channel.members.size === 1) refuse('last_member')
  dismiss(workspace, channel, person.id)
  return {}
}

/** People's clients may add a guest where an app may not. */
export function inviteOrKick(workspace: Workspace, person: Person, deed: DeedOf<'invite' | 'kick'>) {
  const channel = channelNamed(workspace, deed.channel, person)
  notDirect(channel)
  if (channel.is_archived) refuse('is_archived')
  if (!channel.members.has(person.id)) refuse('not_in_channel')
  const people = deed.users.map((name) => personNamed(workspace, name))
  if (deed.do === 'invite') {
    invite(
      workspace,
      channel,
      person.id,
      people.map((one) => one.id),
      { guests: true },
    )
    return {}
  }
  if (channel.is_general) refuse('cant_kick_from_general')
  for (const one of people) {
    if (one.id === person.id) refuse('cant_kick_self')
    if (!channel.members.has(one.id)) refuse('not_in_channel')
  }
  for (const one of people) dismiss(workspace, channel, one.id, person.id)
  return {}
}

/** Archiving, renaming and describing; like Slack's defaults, any member may. */
export function changeChannel(
  workspace: Workspace,
  person: Person,
  deed: DeedOf<'archive' | 'unarchive' | 'delete_channel' | 'rename' | 'make_private' | 'share' | 'topic' | 'purpose'>,
) {
  const channel = channelNamed(workspace, deed.channel, person)
  notDirect(channel)
  if (deed.do === 'unarchive') {
    unarchive(workspace, channel, person.id)
    return {}
  }
  if (deed.do === 'delete_channel') {
    deleteChannel(workspace, channel, person.id)
    return {}
  }
  if (channel.is_archived) refuse(deed.do === 'archive' ? 'already_archived' : 'is_archived')
  if (!channel.members.has(person.id)) refuse('not_in_channel')
  if (deed.do === 'archive') archive(workspace, channel, person.id)
  else if (deed.do === 'rename') rename(workspace, channel, deed.name.replace(/^#/, ''), person.id)
  else if (deed.do === 'make_private') makePrivate(workspace, channel, person.id)
  else if (deed.do === 'share') shareOutside(workspace, channel)
  else setNote(workspace, channel, deed.do, deed.text, person.id)
  return {}
}

export function openDm(workspace: Workspace, person: Person, deed: DeedOf<'open_dm'>) {
  return { channel: openConversation(workspace, [person.id, personNamed(workspace, deed.user).id]).channel.id }
}

export function read(workspace: Workspace, person: Person, deed: DeedOf<'mark_read'>) {
  markRead(workspace, channelNamed(workspace, deed.channel, person), person.id, deed.ts)
  return {}
}

/** What an administrator does: who is in a user group, who has an account. */
export function administer(workspace: Workspace, deed: DeedOf<'usergroup' | 'deactivate' | 'reactivate'>) {
  if (deed.do === 'usergroup') {
    if (workspace.settled.plan === 'free') refuse('plan_upgrade_required')
    const people = deed.users.map((name) => personNamed(workspace, name).id)
    setUsergroup(workspace, usergroupNamed(workspace, deed.id), people)
    return {}
  }
  setDeleted(workspace, personNamed(workspace, deed.user), deed.do === 'deactivate')
  return {}
}
