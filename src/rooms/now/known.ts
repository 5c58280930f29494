import { holdsIncident, knowersOf, type Looker } from '../access/index.ts'
import type { World } from '../facts/index.ts'
import { incidentsByIds } from '../incident/index.ts'

/** Who may know of an incident. */
export type Known = { isPublic: boolean; people: ReadonlySet<string> }

/** An incident about which something is otherwise: who might know of it when it was told of last, and who may now. */
export type Change = { id: string; service: string; before: Known; now: Known }

/** As many incidents are remembered. */
const mostRemembered = 10_000

/** Remembers who might know of what, as it was told. `wasShownToAll` says so of an incident that has not been told of yet. */
export function createKnown(world: World, wasShownToAll: (id: string) => boolean) {
  const knewOf = new Map<string, Known>()
  return {
    /** Whether an incident was for everybody when it was told of last. */
    wasPublic: (id: string): boolean => knewOf.get(id)?.isPublic ?? wasShownToAll(id),

    /** Who may know of these from now on. */
    async learn(ids: readonly string[]): Promise<Change[]> {
      const changes: Change[] = []
      for (const { id, service, visibility } of await incidentsByIds(world.db.read, ids)) {
        const before = knewOf.get(id) ?? { isPublic: wasShownToAll(id), people: new Set() }
        const people = new Set((await knowersOf(world.db.read, id)).map(({ userId }) => userId))
        const now = { isPublic: visibility === 'public', people }
        changes.push({ id, service, before, now })
        knewOf.delete(id)
        knewOf.set(id, now)
      }
      for (const oldest of knewOf.keys()) {
        if (knewOf.size <= mostRemembered) break
        knewOf.delete(oldest)
      }
      return changes
    },
  }
}

/** Whether a change is news to whoever looks, and whether it is that somebody sees less from now on. */
export const isSeenBy = (looker: Looker, change: Change): boolean => mayHear(looker, change, change.now)
export const isLostBy = (looker: Looker, change: Change): boolean =>
  mayHear(looker, change, change.before) && !mayHear(looker, change, change.now)

const mayHear = (looker: Looker, about: Change, { isPublic, people }: Known): boolean => {
  if (looker?.within && !holdsIncident(looker.within, about)) return false
  return looker?.userId === undefined ? isPublic : people.has(looker.userId) || (isPublic && !looker.isConfined)
}
