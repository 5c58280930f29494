import type { Reader } from '../../kit/db/index.ts'
import { type Incident, incidentById } from '../incident/index.ts'
import { type RoleHolder, roleHolders } from '../roles/index.ts'
import type { AssembledPerson } from './assembly.ts'
import { assembledPeople } from './store.ts'

/**
 * The right to know of an incident. A public one is everybody's; a private one belongs to who declared it, who was called
 * into it (whether by the policy, by somebody, or by joining), who is in its channel, and who holds a role in it. Skipped people were not called.
 */
export function knows(
  { incident, people, roles }: { incident: Incident; people: readonly AssembledPerson[]; roles: readonly RoleHolder[] },
  userId: string,
): boolean {
  if (incident.visibility === 'public' || incident.declaredBy === userId) return true
  return people.some((each) => each.userId === userId && !each.skipped) || roles.some((each) => each.userId === userId)
}

/** The same, looked up. Nobody may know of what does not exist, so that both are answered alike. */
export async function mayKnow(reader: Reader, incidentId: string, userId: string): Promise<boolean> {
  const incident = await incidentById(reader, incidentId)
  if (!incident) return false
  if (knows({ incident, people: [], roles: [] }, userId)) return true
  const people = await assembledPeople(reader, incidentId)
  return knows({ incident, people, roles: await roleHolders(reader, incidentId) }, userId)
}
