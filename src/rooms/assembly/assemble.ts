import type { Reader } from '../../kit/db/index.ts'
import { gonePeople } from '../access/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { answersTo } from '../directory/index.ts'
import { bot, commit, factsAbout, unchanged, type World } from '../facts/index.ts'
import { incidentById } from '../incident/index.ts'
import { type Audience, audience } from '../settings/index.ts'
import { type Picture, resolve, wasCalled } from './assembly.ts'
import { pictureFor } from './picture.ts'
import type { AssembledChannel } from './places/place.ts'
import { addChannels, assembledChannels, openAgain, silence } from './places/store.ts'
import { addPeople, assembledPeople, assemblyGaps, callAfterAll, replaceGaps } from './store.ts'

/** How many tiers of its service an incident has called, because nobody took the lead. */
const tiersCalled = async (reader: Reader, incidentId: string): Promise<number> =>
  Math.max(
    0,
    ...(await factsAbout(reader, incidentSubject(incidentId), ['roles.tier_called'])).map((fact) => fact.data.tier),
  )

/** Who and what the policy names and the workspace, as far as it is known, does not: Slack can be asked for each. */
export type Unknown = { people: string[]; channels: string[] }

/**
 * Settles who is called and which channels hear of the incident as it is now, as far as the workspace is known: nobody waits for
 * the rest of it. Only ever widens: who is in stays, and a person who has left is not called again; into a private one
 * no rule brings back who is out of it.
 */
export async function assemble(world: World, incidentId: string, reason: string): Promise<Unknown> {
  const nothing: Unknown = { people: [], channels: [] }
  return commit(world, bot, async (tx, now) => {
    const incident = await incidentById(tx, incidentId)
    if (!incident) return unchanged(nothing)
    const wanted = audience(
      {
        ...incident,
        level: incident.level ?? undefined,
        urgency: incident.urgency ?? undefined,
        tiersCalled: await tiersCalled(tx, incidentId),
      },
      world.settings(),
    )
    const places = await assembledChannels(tx, incidentId)
    const picture = await pictureFor(tx, wanted, incident.declaredBy, places)
    const found = resolve(wanted, picture, incident.declaredBy)
    const unknown = unknownIn(wanted, picture, incident.declaredBy)

    const isPrivate = incident.visibility === 'private'
    const before = (await assembledPeople(tx, incidentId)).filter(wasCalled)
    const barred = (await gonePeople(tx, incidentId)).filter(({ isBarred }) => isBarred && isPrivate)
    const there = new Set([...before, ...barred].map((each) => each.userId))
    const unknownBefore = new Set(before.filter(({ skipped }) => skipped === 'unknown').map(({ userId }) => userId))
    const heard = new Set(places.filter(({ threadTs }) => !threadTs).map((each) => each.channelId))
    const newPeople = found.people.filter((each) => !there.has(each.userId)).map((each) => ({ ...each, reason }))
    const nowKnown = found.people.filter((each) => unknownBefore.has(each.userId) && each.skipped !== 'unknown')
    const newChannels = found.channels
      .filter((each) => !heard.has(each.channelId))
      .map((each) => ({ ...each, since: now }))
    const sameGaps = linesOf(await assemblyGaps(tx, incidentId)) === linesOf(found.gaps)
    const named = new Set(found.channels.map((each) => each.channelId))
    const isNamed = ({ channelId, threadTs }: AssembledChannel) => !threadTs && named.has(channelId)
    // Once it is private, nothing more is told where no rule for private ones says so, whoever brought it there while it was public.
    const unlinked = isPrivate
      ? places.filter((place) => !place.silentSince && (place.linkedBy || !isNamed(place)))
      : []
    // What the rules name again hears from now on.
    const heardAgain = places.filter((place) => place.silentWhy === 'private' && !place.linkedBy && isNamed(place))
    const nothingNew =
      newPeople.length + nowKnown.length + newChannels.length + unlinked.length + heardAgain.length === 0
    if (nothingNew && sameGaps) return unchanged(unknown)
    for (const { channelId, threadTs = null } of unlinked) {
      await silence(tx, incidentId, { channelId, threadTs }, 'private', now)
    }

    for (const { channelId } of heardAgain) await openAgain(tx, incidentId, { channelId, why: 'private' }, now)

    await addPeople(tx, incidentId, newPeople, now)
    for (const { userId, skipped } of nowKnown) await callAfterAll(tx, incidentId, userId, skipped)
    await addChannels(tx, incidentId, newChannels)
    await replaceGaps(tx, incidentId, found.gaps)
    const called = [...newPeople, ...nowKnown].filter((each) => !each.skipped).length
    return {
      facts: [
        {
          subject: incidentSubject(incidentId),
          type: 'assembly.widened',
          data: {
            reason,
            people: called,
            channels: newChannels.length + heardAgain.length,
            skipped: newPeople.filter((each) => each.skipped).length,
            gaps: found.gaps.map(({ name }) => name),
          },
        },
      ],
      result: unknown,
    }
  })
}

function unknownIn(wanted: Audience, { groups, people, channels }: Picture, first: string): Unknown {
  const known = new Set(people.flatMap(({ id, email }) => [id, email]))
  const named = [first, ...wanted.people, ...groups.flatMap((group) => group.people)]
  return {
    people: [...new Set(named)].filter((each) => !known.has(each)),
    channels: wanted.channels
      .map(({ channel }) => channel)
      .filter((each) => !channels.some((known) => answersTo(known, each))),
  }
}

const linesOf = (gaps: readonly { name: string; why: string }[]): string =>
  [...new Set(gaps.map(({ name, why }) => `${name} ${why}`))].toSorted().join('\n')
