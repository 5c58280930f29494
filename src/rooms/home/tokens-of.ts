import { hasRight, viewerOf } from '../access/index.ts'
import type { World } from '../facts/index.ts'
import { administers, liveTokens } from '../tokens/index.ts'
import type { Tokens } from './token-form.ts'

/** The tokens that somebody may revoke: all for who administers the bot, to others their own. */
export async function tokensOf(world: World, userId: string): Promise<Tokens> {
  const all = await liveTokens(world.db.read)
  const may = await administers(world, world.db.read, { actor: { kind: 'person', id: userId } })
  return { administers: may, tokens: may ? all : all.filter((each) => each.userId === userId) }
}

/** Whether somebody makes tokens at all: who responds here and is no guest. */
export async function mayMakeTokens({ db, settings }: World, userId: string): Promise<boolean> {
  const { isConfined } = await viewerOf(db.read, settings(), userId)
  return !isConfined && (await hasRight(db.read, settings(), userId, 'respond'))
}
