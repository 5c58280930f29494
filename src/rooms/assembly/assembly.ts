import type { Group, Person, WorkspaceChannel } from '../directory/index.ts'
import type { Audience, Mention, Style } from '../settings/index.ts'

/** Why a person of the policy is not invited: told on the card, since somebody may have counted on them. */
export type Skip = 'guest' | 'deactivated' | 'unknown'

/** The reason of whoever came into the channel without having been called: by an invitation in Slack, or by themselves. */
export const cameReason = 'came'

/** A person in the incident. `reason` is what brought them: `declared`, `level:<key>`, `joined:<n>`, or that they came. */
export type AssembledPerson = {
  userId: string
  reason: string
  skipped: Skip | null
  /** Since when they know that they may leave. Whoever is called again is back, under another reason. */
  releasedAt?: Date
}

/** Whether somebody was called, so that the bot brings them in. */
export const wasCalled = ({ reason }: Pick<AssembledPerson, 'reason'>): boolean => reason !== cameReason

/** Who was called and is still needed, each once. */
export const neededPeople = (people: readonly AssembledPerson[]): string[] => [
  ...new Set(people.filter((each) => wasCalled(each) && !each.skipped && !each.releasedAt).map(({ userId }) => userId)),
]

/** A channel that hears of the incident. `since` tells which announcements it has missed. */
export type AssembledChannel = {
  channelId: string
  mention: Mention
  style: Style
  since: Date
  /** Only this thread of the channel hears of it. */
  threadTs?: string
  /** Who brought it there by hand; what has none, the policy names. */
  linkedBy?: string
  /** Since when it is told nothing more, and why. */
  silentSince?: Date
  silentWhy?: Silence
}

/** Why a place is told nothing more: a person said so, its channel was archived, or the incident became private. */
export type Silence = 'unlinked' | 'archived' | 'private'

/** Whom and what the policy's names stand for in this workspace. */
export type Resolved = {
  people: { userId: string; skipped: Skip | null }[]
  channels: { channelId: string; mention: Mention; style: Style }[]
  /** Names that nobody and nothing answers to, as people read them. */
  gaps: string[]
}

/**
 * Looks the policy's names up in the workspace. `first` is called whatever the policy says: the person who declared. An
 * e-mail address or a member id may stand among the groups: a party is whatever answers to its name.
 */
export function resolve(
  audience: Pick<Audience, 'groups' | 'people' | 'channels'>,
  workspace: { groups: readonly Group[]; people: readonly Person[]; channels: readonly WorkspaceChannel[] },
  first?: string,
): Resolved {
  const gaps: string[] = []
  const ids = new Set<string>(first === undefined ? [] : [first])
  const groups = new Map(workspace.groups.map((group) => [group.handle, group]))
  const byName = new Map(
    workspace.people.flatMap(
      (each) => [each.id, each.handle, each.email].flatMap((name) => (name ? [[name, each]] : [])),
      // Written in place, a pair would be read as a list of either.
    ) as [string, Person][],
  )
  for (const handle of audience.groups) {
    const members = groups.get(handle)?.people ?? (byName.has(handle) ? [byName.get(handle)?.id ?? handle] : undefined)
    if (members) for (const id of members) ids.add(id)
    else gaps.push(`@${handle}`)
  }
  for (const name of audience.people) {
    const found = byName.get(name)
    if (found) ids.add(found.id)
    else gaps.push(name)
  }
  const people = [...ids].flatMap((userId) => {
    const known = byName.get(userId)
    if (known?.isBot) return []
    // Nobody but the declarer is called unseen: an id the directory does not know would fail a whole invitation.
    const skipped = known ? skipOf(known) : userId === first ? null : 'unknown'
    return [{ userId, skipped }]
  })
  const channels = audience.channels.flatMap(({ channel, mention, style }) => {
    const found = workspace.channels.find((each) => each.id === channel || each.name === channel)
    if (!found) gaps.push(`#${channel}`)
    return found ? [{ channelId: found.id, mention, style }] : []
  })
  return { people, channels, gaps }
}

function skipOf(person: Person): Skip | null {
  if (person.isDeactivated) return 'deactivated'
  return person.isGuest ? 'guest' : null
}
