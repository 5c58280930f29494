import { incidentSubject } from '../channel/index.ts'
import { type Actor, bot, commit, person, unchanged, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import { incidentsHearing, openAgain, placesOf, silence } from './places/store.ts'

const actorOf = (by: string | null): Actor => (by ? person(by) : bot)

/** A channel that hears of incidents was archived by hand: they tell nothing there until it is brought back. */
export async function followPlaceArchive(world: World, channelId: string, by: string | null): Promise<void> {
  for (const incidentId of await incidentsHearing(world.db.read, channelId)) {
    await commit(world, actorOf(by), async (tx, now) => {
      if (!isOpen(await hold(tx, incidentId))) return unchanged(undefined)
      const places = (await placesOf(tx, incidentId, channelId)).filter(({ silentSince }) => !silentSince)
      for (const place of places) await silence(tx, incidentId, place, 'archived', now)
      if (places.length === 0) return unchanged(undefined)
      const data = { channel: channelId, threadTs: null, why: 'archived' as const }
      return { facts: [{ subject: incidentSubject(incidentId), type: 'assembly.unlinked', data }], result: undefined }
    })
  }
}

/** It was brought back: news is told there again. */
export async function followPlaceUnarchive(world: World, channelId: string, by: string | null): Promise<void> {
  for (const incidentId of await incidentsHearing(world.db.read, channelId)) {
    await commit(world, actorOf(by), async (tx, now) => {
      if (!isOpen(await hold(tx, incidentId))) return unchanged(undefined)
      if (!(await openAgain(tx, incidentId, { channelId, why: 'archived' }, now))) return unchanged(undefined)
      const data = { channel: channelId, threadTs: null, why: 'unarchived' as const }
      return {
        facts: [{ subject: incidentSubject(incidentId), type: 'assembly.heard_again', data }],
        result: undefined,
      }
    })
  }
}
