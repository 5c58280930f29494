import type { Reader } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { factsAbout } from '../facts/index.ts'

const taken = ['roles.handler_taken', 'roles.handed_over', 'roles.role_claimed'] as const

/** Who had which role at any time, each once, in the order in which they took it first. */
export async function roleHistoryOf(reader: Reader, incidentId: string): Promise<{ role: string; userId: string }[]> {
  const facts = await factsAbout(reader, incidentSubject(incidentId), taken)
  const held = facts.map((fact) => {
    if (fact.type === 'roles.role_claimed') return { role: fact.data.role, userId: fact.data.user }
    return { role: 'handler', userId: fact.type === 'roles.handed_over' ? fact.data.to : fact.data.user }
  })
  return [...new Map(held.map((each) => [`${each.role}:${each.userId}`, each])).values()]
}
