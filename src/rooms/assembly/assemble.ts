import type { Reader } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { channelsByAnyName, groupsByHandle, peopleByAnyName, refreshedAt } from '../directory/index.ts'
import { bot, commit, factsAbout, unchanged, type World } from '../facts/index.ts'
import { incidentById } from '../incident/index.ts'
import { audience } from '../settings/index.ts'
import { resolve, wasCalled } from './assembly.ts'
import {
  addChannels,
  addPeople,
  assembledChannels,
  assembledPeople,
  assemblyGaps,
  replaceGaps,
  silence,
} from './store.ts'

/** The workspace has not been read yet, so nobody can be looked up: try again soon. */
export class WorkspaceUnknown extends Error {
  override name = 'WorkspaceUnknown'
}

/** How many tiers of its service an incident has called, because nobody took the lead. */
const tiersCalled = async (reader: Reader, incidentId: string): Promise<number> =>
  Math.max(
    0,
    ...(await factsAbout(reader, incidentSubject(incidentId), ['roles.tier_called'])).map((fact) => fact.data.tier),
  )

/**
 * Settles who is called and which channels hear of the incident as it is now. Only ever widens: who is in stays, and a
 * person who has left is not called again.
 */
export async function assemble(world: World, incidentId: string, reason: string): Promise<void> {
  if (!(await refreshedAt(world.db.read))) throw new WorkspaceUnknown('The workspace has not been read yet')
  await commit(world, bot, async (tx, now) => {
    const incident = await incidentById(tx, incidentId)
    if (!incident) return unchanged(undefined)
    const wanted = audience(
      {
        ...incident,
        level: incident.level ?? undefined,
        urgency: incident.urgency ?? undefined,
        tiersCalled: await tiersCalled(tx, incidentId),
      },
      world.settings(),
    )
    const groups = await groupsByHandle(tx, wanted.groups)
    const names = [incident.declaredBy, ...wanted.groups, ...wanted.people, ...groups.flatMap((group) => group.people)]
    const people = await peopleByAnyName(tx, [...new Set(names)])
    const channels = await channelsByAnyName(
      tx,
      wanted.channels.map((each) => each.channel),
    )
    const found = resolve(wanted, { groups, people, channels }, incident.declaredBy)

    const there = new Set((await assembledPeople(tx, incidentId)).filter(wasCalled).map((each) => each.userId))
    const places = await assembledChannels(tx, incidentId)
    const heard = new Set(places.filter(({ threadTs }) => !threadTs).map((each) => each.channelId))
    const newPeople = found.people.filter((each) => !there.has(each.userId)).map((each) => ({ ...each, reason }))
    const newChannels = found.channels
      .filter((each) => !heard.has(each.channelId))
      .map((each) => ({ ...each, since: now }))
    const gapsBefore = await assemblyGaps(tx, incidentId)
    const sameGaps = gapsBefore.join() === [...new Set(found.gaps)].sort().join()
    // Where people brought it while it was public, nothing more is told once it is private.
    const isPrivate = incident.visibility === 'private'
    const unlinked = isPrivate ? places.filter(({ linkedBy, silentSince }) => linkedBy && !silentSince) : []
    const nothingNew = newPeople.length === 0 && newChannels.length === 0 && unlinked.length === 0
    if (nothingNew && sameGaps) return unchanged(undefined)
    for (const { channelId, threadTs = null } of unlinked) {
      await silence(tx, incidentId, { channelId, threadTs }, 'private', now)
    }

    await addPeople(tx, incidentId, newPeople, now)
    await addChannels(tx, incidentId, newChannels)
    await replaceGaps(tx, incidentId, found.gaps)
    const called = newPeople.filter((each) => !each.skipped).length
    return {
      facts: [
        {
          subject: incidentSubject(incidentId),
          type: 'assembly.widened',
          data: {
            reason,
            people: called,
            channels: newChannels.length,
            skipped: newPeople.length - called,
            gaps: found.gaps,
          },
        },
      ],
      result: undefined,
    }
  })
}
