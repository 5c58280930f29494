import { otherTeam } from '../seed/other-team.ts'
import { everybody, seedUserId } from '../seed/people.ts'
import { place } from '../workspace/messages.ts'
import { tellSharing } from '../workspace/share.ts'
import type { Person, StoredChannel } from '../workspace/types.ts'
import { emptyChannel, type Workspace } from '../workspace/workspace.ts'

const names = ['Olivia Park', '三浦 健', 'Mateo Ruiz', '原田 さゆり', 'Ines Costa'] as const

/** The first one's id begins with W, as ids of large organizations do. Source: docs.slack.dev/reference/objects/user-object */
function outsider(number: number): Person {
  const handle = `partner-${number}`
  return {
    id: number === 1 ? 'W0PARTNER1' : `U0PARTNER${number}`,
    name: handle,
    real_name: names[(number - 1) % names.length] ?? handle,
    email: `${handle}@partner.example.com`,
    title: otherTeam.name,
    is_bot: false,
    deleted: false,
    is_restricted: false,
    locale: number % 2 === 0 ? 'ja-JP' : 'en-US',
    tz: number % 2 === 0 ? 'Asia/Tokyo' : 'Europe/London',
    team_id: otherTeam.id,
    updated: 1_767_225_600,
  }
}

type Row = { name: string; topic: string; shared: NonNullable<StoredChannel['shared']>; members: readonly string[] }

const rows: readonly Row[] = [
  {
    name: 'ext-partner',
    topic: 'Partner Corp. と共有',
    shared: 'ext',
    members: ['tanaka', 'sato', 'watanabe', 'alice'],
  },
  { name: 'ext-pending', topic: 'Partner Corp. を招待中', shared: 'pending', members: ['watanabe', 'tanaka'] },
  { name: 'org-all', topic: '組織全体', shared: 'org', members: everybody },
]

const idOf = (name: string) => `C0${name.toUpperCase().replace('-', '')}`

/** Adds people of another company, or removes them, until there are this many. */
export function bringOutsiders(workspace: Workspace, count: number): void {
  for (const person of [...workspace.users.kept.values()].filter(({ team_id }) => team_id === otherTeam.id)) {
    workspace.users.kept.delete(person.id)
    for (const channel of workspace.channels.kept.values()) channel.members.delete(person.id)
  }
  const shared = workspace.channelByName('ext-partner')
  for (let number = 1; number <= count; number++) {
    const person = outsider(number)
    workspace.users.set(person.id, person)
    shared?.members.add(person.id)
  }
}

/** Opens the shared channels, the bot in each. */
export function connect(workspace: Workspace): void {
  const created = workspace.seconds()
  for (const { name, topic, shared, members } of rows) {
    const creator = seedUserId('watanabe')
    const channel: StoredChannel = {
      ...emptyChannel(),
      id: idOf(name),
      name,
      creator,
      created,
      updated: workspace.now(),
      is_private: false,
      shared,
      topic: { value: topic, creator, last_set: created },
      members: new Set([...members.map(seedUserId), workspace.botId]),
    }
    workspace.addChannel(channel)
    place(channel, { ts: workspace.newTs(), user: creator, text: topic, reactions: [] })
    if (shared === 'ext') tellSharing(workspace, channel, 'channel_shared', 'connected_team_id')
  }
}

/** Closes them, with all that was said in them. */
export function disconnect(workspace: Workspace): void {
  for (const { name } of rows) {
    const channel = workspace.channel(idOf(name))
    if (channel?.shared === 'ext') tellSharing(workspace, channel, 'channel_unshared', 'previously_connected_team_id')
    if (channel) workspace.dropChannel(channel)
  }
}
