import { sleep, systemClock } from '../../kit/clock.ts'
import type { Slack } from '../../kit/slack/index.ts'
import type { World } from '../facts/index.ts'
import { lookUpUnknown } from './look-up.ts'
import { peopleByAnyName } from './store.ts'

/** Something that a person did in Slack, as Slack tells it; `team` is where, `theirTeam` whose they are. */
export type Deed = {
  by: string
  theirTeam?: string | undefined
  team?: string | undefined
  /** Ids of people and channels that it names. */
  people: readonly string[]
  channels: readonly string[]
}

/** Whether whoever did it belongs here: people of other companies see and do nothing. */
export type Gate = (deed: Deed) => Promise<boolean>

/** Slack waits three seconds for an answer, and so does a person. In milliseconds. */
const longestLookMs = 1_000

/**
 * Stands before all that people do. Who and what is named and not known yet is looked up at once, as far as Slack answers quickly.
 */
export const createGate =
  (world: World, slack: Slack): Gate =>
  async ({ by, theirTeam, team, people, channels }) => {
    const lookedUp = lookUpUnknown(world, slack, { people: [by, ...people], channels }).catch((error: unknown) => {
      world.log.warn({ err: error }, 'Who acts could not be looked up')
    })
    await Promise.race([lookedUp, sleep(systemClock, longestLookMs)])
    const found = (await peopleByAnyName(world.db.read, [by])).find(({ id }) => id === by)
    if (found) return !found.isOutsider
    // In an organisation of several workspaces people come with its id, E….
    return !theirTeam || !team || theirTeam === team || theirTeam.startsWith('E')
  }
