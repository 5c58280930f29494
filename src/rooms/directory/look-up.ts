import { readTogether } from '../../kit/db/index.ts'
import type { Failure, Outcome, Slack } from '../../kit/slack/index.ts'
import type { World } from '../facts/index.ts'
import { isChannelId, isMemberId, isPerson } from '../settings/index.ts'
import type { Person, WorkspaceChannel } from './directory.ts'
import { keepChannels, keepPeople } from './kept/store.ts'
import { channelsByAnyName, peopleByAnyName } from './store.ts'
import { channelOf, ownTeam, personOf } from './team.ts'

/** As many are asked for at once; Slack answers a hundred a minute, and a list that is being read brings the rest. */
const mostAtOnce = 60

/** The pause in milliseconds before Slack is asked again where it did not answer, and where its answer cannot be read. */
const soonMs = 2_000
const unreadableMs = 5 * 60_000

const lane = { lane: 'declare' } as const

/**
 * Asks Slack for who and what is named and not known yet, without waiting for the workspace to be read: people by id or e-mail
 * address, channels by id. Other names only a list can resolve. Answers whether anything was learnt, and when to ask again, in
 * milliseconds, for what Slack has not answered; null where it has answered all. People named by `again` are asked for even where they are
 * known: what is known of them may be old.
 */
export async function lookUpUnknown(
  world: Pick<World, 'db'>,
  slack: Slack,
  named: { people?: readonly string[]; channels?: readonly string[]; again?: readonly string[] },
): Promise<{ hasLearnt: boolean; againAfterMs: number | null }> {
  const { people: asked = [], channels: places = [], again = [] } = named
  const all = { people: asked, channels: places }
  const unknown = unknownOf(await knownOf(world, all), all)
  const wanted = { ...unknown, people: [...new Set([...again.filter(isPerson), ...unknown.people])] }
  const team = wanted.people.length > 0 ? await ownTeam(slack) : undefined
  let againAfterMs: number | null = null
  const note = (outcome: Outcome<unknown>) => {
    if (outcome.is === 'done' || outcome.is === 'refused') return
    againAfterMs = Math.max(againAfterMs ?? 0, pauseAfter(outcome))
  }
  const people = await Promise.all(
    wanted.people.slice(0, mostAtOnce).map(async (name): Promise<Person[]> => {
      const found = await askPerson(slack, name)
      note(found)
      return found.is === 'done' ? [personOf(found.value.user, team)] : []
    }),
  )
  const channels = await Promise.all(
    wanted.channels.slice(0, mostAtOnce).map(async (channel): Promise<WorkspaceChannel[]> => {
      const found = await slack.call('conversations.info', { channel }, lane)
      note(found)
      return found.is === 'done' ? [channelOf(found.value.channel)] : []
    }),
  )
  const learnt = { people: people.flat(), channels: channels.flat() }
  if (learnt.people.length + learnt.channels.length === 0) return { hasLearnt: false, againAfterMs }
  await world.db.transaction(async (tx) => {
    await keepPeople(tx, learnt.people)
    await keepChannels(tx, learnt.channels)
  })
  return { hasLearnt: true, againAfterMs }
}

/** An answer that lacks what it is about reads no better in two seconds; a page of a proxy in its place may be gone in five minutes. */
function pauseAfter(outcome: Exclude<Failure, { is: 'refused' }>): number {
  if (outcome.is === 'limited') return outcome.retryAfterMs
  return outcome.reason === 'unreadable' ? unreadableMs : soonMs
}

/** People by id or e-mail address, and channels by id. */
export type Named = { people: readonly string[]; channels: readonly string[] }

/** Who is known, and every name by which they and channels are. */
export type Known = { people: readonly Person[]; names: ReadonlySet<string> }

/** Who is known of those that are named. One statement. */
export async function knownOf({ db }: Pick<World, 'db'>, { people, channels }: Named): Promise<Known> {
  const names = [...new Set(people.filter(isPerson))]
  const ids = [...new Set(channels.filter(isChannelId))]
  const reader = readTogether(db.read)
  const [found, places] = await Promise.all([peopleByAnyName(reader, names), channelsByAnyName(reader, ids)])
  return {
    people: found,
    names: new Set([
      ...found.flatMap(({ id, email }) => [id, email ?? '']),
      ...places.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]),
    ]),
  }
}

/** Who and what of those that are named is not known. */
export const unknownOf = ({ names }: Known, { people, channels }: Named) => ({
  people: [...new Set(people.filter(isPerson))].filter((name) => !names.has(name)),
  channels: [...new Set(channels.filter(isChannelId))].filter((id) => !names.has(id)),
})

const askPerson = (slack: Slack, name: string): Promise<Outcome<{ user: Parameters<typeof personOf>[0] }>> =>
  isMemberId(name)
    ? slack.call('users.info', { user: name, include_locale: true }, lane)
    : slack.call('users.lookupByEmail', { email: name }, lane)
