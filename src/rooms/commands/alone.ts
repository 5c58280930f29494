import { clipMarkup } from '../../kit/block-kit/index.ts'
import { later } from '../../kit/clock.ts'
import type { Reader } from '../../kit/db/index.ts'
import type { Viewer } from '../access/index.ts'
import type { World } from '../facts/index.ts'
import { noteTold, type ToldAlone, toldSince } from './store.ts'

/** Whoever has not looked within a day has asked again, or it no longer matters. In milliseconds. */
const keptMs = 24 * 3_600_000
/** How many are kept for a person, and how many letters of each. */
const mostShown = 5
const longest = 500

/**
 * Keeps what somebody was told alone in a channel: Slack shows it only to a client that is looking, and until it is reloaded
 * (https://docs.slack.dev/reference/methods/chat.postEphemeral). Their home tab has it for a day. That it could not be kept is
 * logged, and keeps nothing up.
 */
export async function keepTold(world: World, userId: string, words: string, incidentId: string | null): Promise<void> {
  const at = world.clock.now()
  const told = { id: world.ids.next('told'), userId, at, words: clipMarkup(words, longest), incidentId }
  try {
    await world.db.transaction((tx) => noteTold(tx, told, later(at, -keptMs)))
  } catch (error) {
    world.log.warn({ err: error }, 'What somebody was told alone could not be kept')
  }
}

/**
 * Keeps what somebody is told once for one cause, whose name is `about`: false where they were told before. After a day they may be told
 * again.
 */
export async function keepToldOnce(world: World, userId: string, words: string, about: string): Promise<boolean> {
  const at = world.clock.now()
  const told = { id: about, userId, at, words: clipMarkup(words, longest), incidentId: null }
  return world.db.transaction((tx) => noteTold(tx, told, later(at, -keptMs)))
}

/** What one person alone read within a day and may still know of, the newest first. */
export const toldLately = (reader: Reader, viewer: Viewer, now: Date): Promise<ToldAlone[]> =>
  toldSince(reader, viewer, later(now, -keptMs), mostShown)
