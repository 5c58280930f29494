import {
  answersTo,
  type Group,
  type Knowledge,
  type Known,
  type ListName,
  type Person,
  type WorkspaceChannel,
} from '../directory/index.ts'
import { type Audience, isChannelId, isMemberId, type Mention, type Style } from '../settings/index.ts'

/** Why a person of the policy is not invited: told on the card, since somebody may have counted on them. */
export type Skip = 'guest' | 'deactivated' | 'unknown' | 'outsider'

/** The reasons of whoever came into the channel without having been called: by themselves, or because a person invited them in Slack. */
export const cameReason = 'came'
export const broughtReason = 'brought'

/** The reason of who made an incident private and was in it by nothing else than a rule: they know what they hid. */
export const keptReason = 'kept'

/** A person in the incident. `reason` is what brought them: `declared`, `level:<key>`, `joined:<n>`, or that they came. */
export type AssembledPerson = {
  userId: string
  reason: string
  skipped: Skip | null
  /** Since when they know that they may leave. Whoever is called again is back, under another reason. */
  releasedAt?: Date
}

/** Whether somebody was called, so that the bot brings them in. */
export const wasCalled = ({ reason }: Pick<AssembledPerson, 'reason'>): boolean =>
  reason !== cameReason && reason !== broughtReason

/**
 * Whether what somebody takes part by, as `access` names it, holds when a public incident becomes private: they declared it, hold a
 * role, or a person added them. A rule for public ones and coming by oneself do not.
 */
export const isOwnWhy = (why: string): boolean => /^(?:declarer|brought|kept|role:.*|called:.*)$/.test(why)

/** Who was called and is still needed, each once. */
export const neededPeople = (people: readonly AssembledPerson[]): string[] => [
  ...new Set(people.filter((each) => wasCalled(each) && !each.skipped && !each.releasedAt).map(({ userId }) => userId)),
]

/**
 * A name of the policy that stands for nobody yet, as people read it. `why`: nobody answers to it, it is still looked for, or
 * the list in which it would stand cannot be read, for Slack's reason (`groups:plan_upgrade_required`).
 */
export type Gap = { name: string; why: 'unknown' | 'reading' | `${ListName}:${string}` }

/** Whom and what the policy's names stand for in this workspace. */
export type Resolved = {
  people: { userId: string; skipped: Skip | null }[]
  channels: { channelId: string; mention: Mention; style: Style }[]
  gaps: Gap[]
}

/** What is known of the workspace. */
export type Picture = {
  groups: readonly Group[]
  people: readonly Person[]
  channels: readonly WorkspaceChannel[]
  known: Known
}

/**
 * Looks the policy's names up in the workspace. `first` is called whatever the policy says: the person who declared. An
 * e-mail address or a member id may stand among the groups: a party is whatever answers to its name. While a list is being read
 * nobody is given up, and where it cannot be read, ids are taken as they are: Slack passes over those that it does not know.
 */
export function resolve(
  audience: Pick<Audience, 'groups' | 'people' | 'channels'>,
  { groups, people, channels, known }: Picture,
  first?: string,
): Resolved {
  const gaps: Gap[] = []
  const ids = new Set<string>(first === undefined ? [] : [first])
  const byName = namesOf(people)
  const isKnownYet = (id: string) => byName.has(id) || known.people.is !== 'reading'
  for (const handle of audience.groups) {
    const members = membersOf(handle, groups, byName)
    for (const id of members ?? []) if (isKnownYet(id)) ids.add(id)
    const why = members ? (members.every(isKnownYet) ? null : 'reading') : whyUnknown(known, ['groups', 'people'])
    if (why) gaps.push({ name: `@${handle}`, why })
  }
  for (const name of audience.people) {
    const id = byName.get(name)?.id ?? (isMemberId(name) && known.people.is === 'refused' ? name : undefined)
    if (id) ids.add(id)
    else gaps.push({ name, why: whyUnknown(known, ['people']) })
  }
  return {
    people: [...ids].flatMap((userId) => called(userId, byName.get(userId), userId === first, known.people)),
    channels: audience.channels.flatMap(({ channel, mention, style }) => {
      const found = channels.find((each) => answersTo(each, channel))?.id
      const channelId = found ?? (isChannelId(channel) && known.channels.is === 'refused' ? channel : undefined)
      if (!channelId) gaps.push({ name: `#${channel}`, why: whyUnknown(known, ['channels']) })
      return channelId ? [{ channelId, mention, style }] : []
    }),
    gaps,
  }
}

function namesOf(people: readonly Person[]): Map<string, Person> {
  const byName = new Map<string, Person>()
  for (const each of people) {
    for (const name of [each.id, each.handle, each.email])
      if (name && (name === each.id || !byName.has(name) || byName.get(name)?.isDeactivated)) byName.set(name, each)
  }
  return byName
}

/** A handle may be several groups' in an odd workspace: whoever is in one is meant. */
function membersOf(handle: string, groups: readonly Group[], byName: Map<string, Person>): string[] | undefined {
  const meant = groups.filter((group) => group.handle === handle)
  if (meant.length > 0) return meant.flatMap((group) => group.people)
  const person = byName.get(handle)
  return person && [person.id]
}

/** Why a name is not found in lists: one that cannot be read says more than one that is being read. */
function whyUnknown(known: Known, lists: readonly ListName[]): Gap['why'] {
  for (const list of lists) {
    const each = known[list]
    if (each.is === 'refused') return `${list}:${each.error}`
  }
  return lists.some((list) => known[list].is === 'reading') ? 'reading' : 'unknown'
}

function called(
  userId: string,
  person: Person | undefined,
  isFirst: boolean,
  people: Knowledge,
): { userId: string; skipped: Skip | null }[] {
  if (person?.isBot) return []
  if (person) return [{ userId, skipped: skipOf(person) }]
  // Somebody who is missing from a list that was read to its end cannot be called; the declarer surely exists.
  return [{ userId, skipped: isFirst || people.is === 'refused' ? null : 'unknown' }]
}

function skipOf(person: Person): Skip | null {
  if (person.isDeactivated) return 'deactivated'
  if (person.isOutsider) return 'outsider'
  return person.isGuest ? 'guest' : null
}
