import type { Reader } from '../../../kit/db/index.ts'
import { channelsByAnyName } from '../../directory/index.ts'
import type { Incident } from '../../incident/index.ts'
import type { Settings } from '../../settings/index.ts'
import { roleHistoryOf } from '../role-history.ts'
import type { Crew } from './question.ts'

/** Who may know what of an incident. */
export async function crewOf(reader: Reader, incident: Incident, settings: Settings): Promise<Crew> {
  const roleHistory = await roleHistoryOf(reader, incident.id)
  const holders = (role: string) => roleHistory.filter((each) => each.role === role).map(({ userId }) => userId)
  return {
    owner: incident.postmortemOwner,
    declarer: incident.declaredBy,
    handler: holders('handler'),
    liaison: holders('liaison'),
    responder: holders('responder'),
    // A drill asks nobody who takes no part in it, and a private incident nobody who may not know.
    support:
      incident.visibility === 'public' && incident.kind === 'real' ? await supportChannel(reader, settings) : null,
  }
}

/** The first channel of the function that knows customers, where the bot may speak. */
async function supportChannel(reader: Reader, { functions, postmortem }: Settings): Promise<string | null> {
  const [name] = functions[postmortem.support]?.channels ?? []
  const [channel] = name ? await channelsByAnyName(reader, [name]) : []
  return channel && !channel.isArchived && channel.isMember ? channel.id : null
}
