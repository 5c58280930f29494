import { later } from '../../kit/clock.ts'
import type { World } from '../facts/index.ts'
import { type Draft, draftOf } from '../postmortem/index.ts'

/** A link is good for so long, in milliseconds: it is made by a press of a button, for whoever pressed. */
export const downloadMs = 10 * 60_000

/** Where the bot serves it. */
const downloadPath = (incidentId: string): string => `/download/${incidentId}`

/**
 * A link by which the document can be downloaded for a while without any login. Who has it has the document, so it is given only
 * to people who may know of the incident. Undefined where nobody has said where people reach the bot.
 */
export const downloadLink = ({ links, clock }: World, incidentId: string): string | undefined =>
  links.to(downloadPath(incidentId), later(clock.now(), downloadMs))

/** The document that a link is for, as it is now; undefined for a link that is not ours or no longer good. */
export async function readDownload(world: World, incidentId: string, ticket: string): Promise<Draft | undefined> {
  const isGood = world.links.check(downloadPath(incidentId), ticket, world.clock.now()) === 'right'
  return isGood ? draftOf(world, incidentId) : undefined
}
