import { later } from '../../kit/clock.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { lookUpUnknown, peopleByAnyName } from '../directory/index.ts'
import { commit, person, Refusal, type World } from '../facts/index.ts'
import { partyMeant } from '../settings/index.ts'
import { sendLinkJob } from './jobs.ts'
import { type Opened, type Opening, opened } from './open.ts'
import { hashOf, linkMs } from './session.ts'
import { addLink, linkById, takeLink } from './store.ts'

/** The path of a link's address, before its ticket. */
export const linkPath = (id: string): string => `/sign-in/link/${id}`

/** What a browser says of who sits there, and its secret. */
type Claim = { name: string; secret: string }

/**
 * Somebody at a browser says who they are, by handle, address or id: the bot writes to that account, and whoever reads it there is
 * them. Nothing is answered, and Slack is not waited for: a stranger does not learn who works here. Whoever is not known, or is known as
 * gone, is asked for, by address or id. `mayAsk` is asked before somebody is written to.
 */
export async function askForLink(
  world: World,
  slack: Slack,
  claim: Claim,
  mayAsk: (userId: string) => boolean,
): Promise<void> {
  if ((await keepLink(world, claim, mayAsk)) !== 'nobody') return
  const again = async () => {
    const { hasLearnt } = await lookUpUnknown(world, slack, { again: [partyMeant(claim.name)] })
    if (hasLearnt) await keepLink(world, claim, mayAsk)
  }
  again().catch((error: unknown) => world.log.warn({ err: error }, 'Who wants to sign in could not be looked up'))
}

async function keepLink(
  world: World,
  { name, secret }: Claim,
  mayAsk: (userId: string) => boolean,
): Promise<'kept' | 'nobody' | 'not now'> {
  const found = (await peopleByAnyName(world.db.read, [partyMeant(name)])).filter(
    (each) => !each.isBot && !each.isDeactivated && !each.isOutsider,
  )
  const [meant] = found
  if (!meant) return 'nobody'
  if (found.length > 1 || !mayAsk(meant.id)) return 'not now'
  const id = world.ids.next('lnk')
  await world.db.transaction(async (tx) => {
    const expiresAt = later(world.clock.now(), linkMs)
    await addLink(tx, { id, userId: meant.id, expiresAt }, hashOf(secret))
    await world.jobs.enqueue(tx, sendLinkJob, { id })
  })
  return 'kept'
}

/**
 * Signs the browser in that asked for the link with this secret, once. Refuses any other browser, which leaves the link good for the
 * right one, and whatever is used, late or forged.
 */
export async function openByLink(
  world: World,
  { id, ticket, secret }: { id: string; ticket: string; secret: string },
  opening: Omit<Opening, 'how'>,
): Promise<Opened> {
  if (world.links.check(linkPath(id), ticket, world.clock.now()) !== 'right') throw new Refusal('link-gone')
  const link = await linkById(world.db.read, id)
  if (!link) throw new Refusal('link-gone')
  return commit(world, person(link.userId), async (tx, now) => {
    if (!(await takeLink(tx, id, hashOf(secret)))) throw new Refusal('link-gone')
    return opened(world, tx, now, link.userId, { ...opening, how: 'link' })
  })
}
