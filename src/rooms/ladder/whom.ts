import type { Reader } from '../../kit/db/index.ts'
import { ableAmong } from '../access/index.ts'
import { peopleMeant } from '../directory/index.ts'
import type { Incident } from '../incident/index.ts'
import { roleHolders } from '../roles/index.ts'
import { leadOf, type Settings } from '../settings/index.ts'
import type { Stage } from './rungs.ts'

/** A larger group is nobody in particular: of many who are asked, none feels meant. */
const mostLeads = 5

/** The people of these names who are there to be asked, in this order, and may know of the incident. */
export async function ableToHelp(
  reader: Reader,
  settings: Settings,
  incident: Incident,
  names: readonly (string | null | undefined)[],
): Promise<string[]> {
  const found: string[] = []
  for (const name of names) {
    const meant = await peopleMeant(reader, name ? [name] : [])
    for (const each of await ableAmong(reader, settings, incident.id, meant))
      if (!found.includes(each)) found.push(each)
  }
  return found
}

/**
 * Who is reminded: whoever writes it, else who led, else the service's lead. When the day has passed it is for the lead to
 * help; where there is none, for all of the others. Nobody hears of what they may not know.
 */
export async function whomToRemind(
  reader: Reader,
  incident: Incident,
  stage: Stage,
  settings: Settings,
): Promise<string[]> {
  const able = (name: string | null | undefined) => ableToHelp(reader, settings, incident, [name])
  const handler = (await roleHolders(reader, incident.id)).find((each) => each.role === 'handler')?.userId
  const owner = await able(incident.postmortemOwner)
  const led = await able(handler)
  const asked = await able(leadOf(settings, incident.service))
  const leads = asked.length <= mostLeads ? asked : []
  if (stage === 'overdue') return leads.length > 0 ? leads : [...new Set([...owner, ...led])]
  return [owner, led, leads].find((people) => people.length > 0) ?? []
}
