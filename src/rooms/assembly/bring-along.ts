import { gonePeople, knowersOf } from '../access/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { bot, commit, unchanged, type World } from '../facts/index.ts'
import { incidentById } from '../incident/index.ts'
import { wasCalled } from './assembly.ts'
import { addPeople, assembledPeople } from './store.ts'

/**
 * Calls the people of an incident that was merged into the one where it goes on. Who is there already is not called
 * again. Into a private one nobody is called: who of them must know of the other, too, somebody says by calling them.
 */
export async function bringAlong(world: World, from: string, into: string): Promise<void> {
  await commit(world, bot, async (tx, now) => {
    const [merged, target] = [await incidentById(tx, from), await incidentById(tx, into)]
    const isStillMerged = merged?.mergedInto === into
    if (!merged || !target || !isStillMerged || target.visibility === 'private') return unchanged(undefined)
    const [called, gone, knowing] = [
      await assembledPeople(tx, into),
      await gonePeople(tx, into),
      await knowersOf(tx, from),
    ]
    const there = new Set([...called.filter(wasCalled), ...gone].map((each) => each.userId))
    const people = (await assembledPeople(tx, from))
      .filter((each) => wasCalled(each) && !each.skipped && !there.has(each.userId))
      .filter(({ userId }) => knowing.some((each) => each.userId === userId))
      .map(({ userId }) => ({ userId, reason: `merged:${from}`, skipped: null }))
    if (people.length === 0) return unchanged(undefined)
    await addPeople(tx, into, people, now)
    return {
      facts: [
        {
          subject: incidentSubject(into),
          type: 'assembly.widened',
          data: { reason: `merged:${from}`, people: people.length, channels: 0, skipped: 0, gaps: [] },
        },
      ],
      result: undefined,
    }
  })
}
