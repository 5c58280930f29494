import { ourApp } from '../app/installed-app.ts'
import { place } from '../workspace/messages.ts'
import { emptyChannel, type Team, type Workspace } from '../workspace/workspace.ts'
import { seedPeople, seedUserId } from './people.ts'
import { largeUsergroup, seedChannels, seedMessages, seedUsergroups } from './places.ts'

export const seedTeam: Team = { id: 'T0SANDBOX01', name: 'Sandbox Inc.', domain: 'sandbox' }

function capitals(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** Gives the bot the name that its app has. */
export function nameBot(workspace: Workspace): void {
  const bot = workspace.user(workspace.botId)
  if (bot) Object.assign(bot, { name: workspace.app.handle, real_name: workspace.app.displayName })
}

/** What speaks of our bot is said only where it is. */
function isFor(workspace: Workspace, { text }: { text: string }): boolean {
  return workspace.app === ourApp || !text.includes(ourApp.handle)
}

/** Fills an empty workspace: the same people, channels and groups each time, with the same ids. */
export function plantSeed(workspace: Workspace): void {
  const created = workspace.seconds()
  for (const person of seedPeople) workspace.users.set(person.id, { ...person })
  nameBot(workspace)
  const large = {
    ...largeUsergroup,
    users: seedPeople.filter((person) => person.generated).map((person) => person.name),
  }
  for (const { handle, name, users } of [...seedUsergroups, large]) {
    const id = `S0${capitals(handle)}`
    const made = { created_by: seedUserId('watanabe'), date_create: created, date_update: created }
    workspace.usergroups.set(id, { id, handle, name, description: name, users: users.map(seedUserId), ...made })
  }
  for (const row of seedChannels) {
    const creator = seedUserId(row.members[0] ?? 'watanabe')
    const channel = {
      ...emptyChannel(),
      id: `C0${capitals(row.name)}`,
      name: row.name,
      creator,
      created,
      updated: workspace.now(),
      is_private: row.is_private ?? false,
      is_general: row.name === 'general',
      topic: { value: row.topic, creator, last_set: created },
      members: new Set(row.members.map(seedUserId)),
    }
    if (row.bot) channel.members.add(workspace.botId)
    workspace.addChannel(channel)
    for (const { by, text } of seedMessages.filter((each) => each.channel === row.name && isFor(workspace, each))) {
      place(channel, { ts: workspace.newTs(), user: seedUserId(by), text, reactions: [] })
    }
  }
}
