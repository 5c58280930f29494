import type { Reader } from '../../kit/db/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import { type Incident, incidentById } from '../incident/index.ts'
import { type RoleHolder, roleHolders } from '../roles/index.ts'
import type { Settings } from '../settings/index.ts'
import type { AssembledPerson } from './assembly.ts'
import { assembledPeople } from './store.ts'

type Crew = { incident: Incident; people: readonly AssembledPerson[]; roles: readonly RoleHolder[] }

/**
 * The right to know of an incident. A public one is everybody's; a private one belongs to who declared it, who was called
 * into it (whether by the policy, by somebody, or by joining), who is in its channel, and who holds a role in it. Skipped people were not called.
 */
export function knows(crew: Crew, userId: string): boolean {
  return crew.incident.visibility === 'public' || takesPart(crew, userId)
}

function takesPart({ incident, people, roles }: Crew, userId: string): boolean {
  if (incident.declaredBy === userId) return true
  return people.some((each) => each.userId === userId && !each.skipped) || roles.some((each) => each.userId === userId)
}

/** Somebody who looks. Whoever is `confined` sees only what they take part in: guests, unless the settings say otherwise. */
export type Viewer = { userId: string; isConfined: boolean }

export async function viewerOf(reader: Reader, settings: Settings, userId: string): Promise<Viewer> {
  if (settings.access.guests === 'everything') return { userId, isConfined: false }
  const found = (await peopleByAnyName(reader, [userId])).find(({ id }) => id === userId)
  return { userId, isConfined: found?.isGuest ?? false }
}

/** What lists, home pages and buttons show to somebody: what they may know of, and a guest only what they take part in. */
export const sees = (crew: Crew, { userId, isConfined }: Viewer): boolean =>
  isConfined ? takesPart(crew, userId) : knows(crew, userId)

/** The right to know, looked up. Nobody may know of what does not exist, so that both are answered alike. */
export async function mayKnow(reader: Reader, incidentId: string, userId: string): Promise<boolean> {
  return looked(reader, incidentId, (crew) => knows(crew, userId))
}

/** The same of what somebody sees. */
export async function maySee(reader: Reader, incidentId: string, viewer: Viewer): Promise<boolean> {
  return looked(reader, incidentId, (crew) => sees(crew, viewer))
}

async function looked(reader: Reader, incidentId: string, may: (crew: Crew) => boolean): Promise<boolean> {
  const incident = await incidentById(reader, incidentId)
  if (!incident) return false
  if (may({ incident, people: [], roles: [] })) return true
  const people = await assembledPeople(reader, incidentId)
  return may({ incident, people, roles: await roleHolders(reader, incidentId) })
}
