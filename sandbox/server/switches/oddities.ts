import { seedPeople, seedUserId } from '../seed/people.ts'
import type { Person } from '../workspace/types.ts'
import { emptyChannel, type Workspace } from '../workspace/workspace.ts'

const ids = { people: ['U0NOZONE', 'U0NOPROFILE'], channel: 'C0ODDROOM', group: 'S0ODDGROUP' } as const

/** Ids that nobody has: of somebody erased, and of somebody in a workspace that cannot be seen from here. */
const unknown = ['U0ERASED01', 'W0ELSEWHERE'] as const

function oddPeople(): Person[] {
  const [, , usual] = seedPeople
  if (!usual) return []
  const [zoneless, bare] = ids.people
  return [
    { ...usual, id: zoneless, name: 'no-zone', real_name: '時刻帯 なし', email: 'no-zone@example.com', tz: null },
    { ...usual, id: bare, name: 'no-profile', real_name: 'No Profile', email: '', without_profile: true },
  ]
}

/** Puts items of unusual shape into the lists; docs/sandbox.md names the source of each. */
export function plantOddities(workspace: Workspace): void {
  for (const person of oddPeople()) workspace.users.set(person.id, person)
  const created = workspace.seconds()
  workspace.addChannel({
    ...emptyChannel(),
    id: ids.channel,
    name: 'odd-room',
    creator: seedUserId('watanabe'),
    created,
    updated: workspace.now(),
    is_private: false,
    is_odd: true,
    members: new Set(ids.people),
  })
  workspace.usergroups.set(ids.group, {
    id: ids.group,
    handle: 'odd-group',
    name: '不明な人を含むグループ',
    description: '',
    users: [...unknown, ...ids.people],
    created_by: unknown[0],
    date_create: created,
    date_update: created,
  })
}

/** Takes them out again. */
export function removeOddities(workspace: Workspace): void {
  for (const id of ids.people) workspace.users.kept.delete(id)
  workspace.usergroups.kept.delete(ids.group)
  const channel = workspace.channel(ids.channel)
  if (channel) workspace.dropChannel(channel)
}
