import type { Switches, SwitchOrder } from '../../protocol.ts'
import { crowdOfChannels } from '../crowd/channels.ts'
import { crowdOfGroups } from '../crowd/groups.ts'
import { crowdOfPeople } from '../crowd/people.ts'
import { admit, dismiss } from '../workspace/members.ts'
import type { Settled } from '../workspace/settled.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { bringOutsiders, connect, disconnect } from './connect.ts'
import { plantOddities, removeOddities } from './oddities.ts'
import { channelsNamed, checkOrder, postings, switchesNow, usualOutsiders } from './order.ts'
import { installOtherApp, removeOtherApp } from './other-app.ts'

/** Puts the crowds behind the rolls that the workspace was told of; needed after it is read from its journal, too. */
export function gatherCrowds(workspace: Workspace): void {
  const { people, channels, usergroups } = workspace.settled
  workspace.users.gather(people > 0 ? crowdOfPeople(people) : undefined)
  workspace.channels.gather(channels > 0 ? crowdOfChannels(channels, people) : undefined)
  workspace.usergroups.gather(usergroups > 0 ? crowdOfGroups(usergroups, people) : undefined)
}

/** Rows of a crowd that is smaller now have nothing behind them any more. */
function sendAway(workspace: Workspace): void {
  const gone = (id: string) => /^[UCS]0P\d{6}$/.test(id)
  for (const { id } of [...workspace.users.kept.values()])
    if (gone(id) && !workspace.users.isOfCrowd(id)) workspace.users.kept.delete(id)
  for (const { id } of [...workspace.usergroups.kept.values()])
    if (gone(id) && !workspace.usergroups.isOfCrowd(id)) workspace.usergroups.kept.delete(id)
  for (const channel of [...workspace.channels.kept.values()])
    if (gone(channel.id) && !workspace.channels.isOfCrowd(channel.id)) workspace.dropChannel(channel)
}

function plant(workspace: Workspace, before: Settled, after: Settled): void {
  if (after.connect && !before.connect) connect(workspace)
  if (!after.connect && before.connect) disconnect(workspace)
  if (after.outsiders !== before.outsiders || after.connect !== before.connect)
    bringOutsiders(workspace, after.outsiders)
  if (after.other_app && !before.other_app) installOtherApp(workspace)
  if (!after.other_app && before.other_app) removeOtherApp(workspace)
  if (after.oddities && !before.oddities) plantOddities(workspace)
  if (!after.oddities && before.oddities) removeOddities(workspace)
}

function restrict(workspace: Workspace, wanted: SwitchOrder): void {
  for (const posting of postings) {
    const names = wanted[posting]
    if (names === undefined) continue
    for (const channel of workspace.channels.kept.values()) if (channel.posting === posting) delete channel.posting
    for (const channel of channelsNamed(workspace, names)) {
      channel.posting = posting
      workspace.channels.keep(channel)
    }
  }
}

/** Brings the bot into these channels and takes it out of all others but those that it made itself; the app hears of each. */
function moveBot(workspace: Workspace, names: readonly string[]): void {
  const wanted = new Set(channelsNamed(workspace, names))
  for (const channel of [...workspace.channels.kept.values()]) {
    const isItsOwn = channel.creator === workspace.botId || channel.is_im || channel.is_mpim
    if (channel.members.has(workspace.botId) && !wanted.has(channel) && !isItsOwn)
      dismiss(workspace, channel, workspace.botId, channel.creator)
  }
  for (const channel of wanted) admit(workspace, channel, workspace.botId, channel.creator)
}

/** The settled switches after an order; `connect` without a number of outsiders brings the usual few. */
function settledAfter(before: Settled, wanted: SwitchOrder): Settled {
  const { read_only: _r, thread_only: _t, non_threadable: _n, bot_in: _b, ...given } = wanted
  const after = Object.assign({ ...before }, withoutUndefined(given))
  const opens = after.connect && !before.connect && given.outsiders === undefined && before.outsiders === 0
  return opens ? { ...after, outsiders: usualOutsiders } : after
}

function withoutUndefined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/**
 * Makes the workspace as unkind as somebody asks; what is left out stays. Answers how it is then. Throws BadOrder, and
 * changes nothing, where that cannot be.
 */
export function turn(workspace: Workspace, wanted: SwitchOrder): Switches {
  const before = workspace.settled
  const after = settledAfter(before, wanted)
  // Names may be of channels that this very order makes.
  workspace.settled = after
  gatherCrowds(workspace)
  plant(workspace, before, after)
  try {
    checkOrder(workspace, wanted)
  } catch (error) {
    workspace.settled = before
    gatherCrowds(workspace)
    plant(workspace, after, before)
    throw error
  }
  sendAway(workspace)
  restrict(workspace, wanted)
  if (wanted.bot_in) moveBot(workspace, wanted.bot_in)
  return switchesNow(workspace)
}
