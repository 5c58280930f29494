import type { Slack } from '../../kit/slack/index.ts'
import type { World } from '../facts/index.ts'
import { isHere } from './is-here.ts'
import { lookUpUnknown } from './look-up.ts'
import { ownTeam } from './team.ts'

/** Somebody whom Slack vouches for outside of this workspace, and whose they are. */
export type Vouched = { userId: string; teamId: string; enterpriseId: string | null }

/**
 * Whether somebody who proved to Slack who they are belongs here: Slack's sign-in serves every workspace there is. Whoever is not known,
 * or is known as gone, is asked for at once: the list may be read later, and an account may have been brought back. `elsewhere`
 * is an account of another workspace, `gone` one of this that is none any more; `unknown` while Slack does not say which workspace this one
 * is, or who they are.
 */
export async function belongs(
  world: Pick<World, 'db'>,
  slack: Slack,
  { userId, teamId, enterpriseId }: Vouched,
): Promise<'here' | 'elsewhere' | 'gone' | 'unknown'> {
  const own = await ownTeam(slack)
  if (!own) return 'unknown'
  const isColleague = own.enterpriseId !== null && enterpriseId === own.enterpriseId
  if (teamId !== own.id && !isColleague) return 'elsewhere'
  if (await isHere(world.db.read, userId)) return 'here'
  const { againAfterMs } = await lookUpUnknown(world, slack, { again: [userId] })
  if (await isHere(world.db.read, userId)) return 'here'
  if (againAfterMs !== null) return 'unknown'
  return teamId === own.id ? 'gone' : 'elsewhere'
}
