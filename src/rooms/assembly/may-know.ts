import type { Reader } from '../../kit/db/index.ts'
import { mayRead, type Viewer } from '../access/index.ts'
import type { Incident } from '../incident/index.ts'
import type { RoleHolder } from '../roles/index.ts'
import type { AssembledPerson } from './assembly.ts'

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

/** What lists, home pages and buttons show to somebody: what they may know of, and a guest only what they take part in. */
export const sees = (crew: Crew, { userId, isConfined }: Viewer): boolean =>
  isConfined ? takesPart(crew, userId) : knows(crew, userId)

/** The right to know, looked up, of somebody who is no guest or is let in as nobody else is. */
export const mayKnow = (reader: Reader, incidentId: string, userId: string): Promise<boolean> =>
  mayRead(reader, incidentId, { userId, isConfined: false })
