import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { learnSecrets } from '../../kit/secrets.ts'
import { isHere } from '../directory/index.ts'
import { commit, person, Refusal, type World } from '../facts/index.ts'
import { hashOf, idleMs, longestMs, type Session } from './session.ts'
import { addSession, dropEnded } from './store.ts'

/** A session that was opened, and the secret for its cookie, which nobody can read again. */
export type Opened = { session: Session; secret: string }

/** What a browser that is signed in is opened for, and by what. */
export type Opening = Pick<Session, 'how' | 'browser'>

/** Signs a browser in as somebody who has proved to be them. Refuses whoever has no place here (any longer). */
export const openSession = (world: World, userId: string, opening: Opening): Promise<Opened> =>
  commit(world, person(userId), (tx, now) => opened(world, tx, now, userId, opening))

/** The same within a transaction. */
export async function opened(world: World, tx: Tx, now: Date, userId: string, opening: Opening) {
  if (!(await isHere(tx, userId))) throw new Refusal('not-allowed')
  await dropEnded(tx, now, later(now, -idleMs))
  const secret = world.ids.token()
  learnSecrets([secret])
  const id = world.ids.next('ses')
  const session: Session = {
    ...opening,
    id,
    userId,
    openedAt: now,
    usedAt: now,
    expiresAt: later(now, longestMs),
  }
  await addSession(tx, session, hashOf(secret))
  const data = { user: userId, how: opening.how }
  const facts = [{ subject: `session:${id}`, type: 'sessions.opened', data }] as const
  return { facts, result: { session, secret } }
}
