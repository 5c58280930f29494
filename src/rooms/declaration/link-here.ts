import type { Reader } from '../../kit/db/index.ts'
import { assembledChannels, linkChannel } from '../assembly/index.ts'
import { commit, factsAbout, person, Refusal, type World } from '../facts/index.ts'
import { perform } from '../incident/index.ts'
import { type Invitation, invitationSubject } from './invitation.ts'
import { invitationById } from './store.ts'

/** The thread that hears of the incident: the one in which somebody mentioned the bot, or the one under the mention. */
const threadOf = ({ threadTs, mentionTs }: Invitation): string => threadTs ?? mentionTs

/** Slack's address of a message; without a workspace it is understood as well. */
const addressOf = (channelId: string, ts: string): string =>
  `https://slack.com/archives/${channelId}/p${ts.replace('.', '')}`

/**
 * Somebody says of a mention that it belongs to an open incident: its thread hears of that one from now on, and the answer to the mention
 * says who said so. Answers whether people of other companies read there. Throws what `link-channel` refuses.
 */
export async function linkHere(
  world: World,
  { invitationId, incidentId, by }: { invitationId: string; incidentId: string; by: string },
): Promise<{ isForOutsiders: boolean }> {
  const invitation = await invitationById(world.db.read, invitationId)
  if (!invitation) throw new Refusal('incident-unknown')
  const thread = addressOf(invitation.channelId, threadOf(invitation))
  const linked = await perform(world, linkChannel, { actor: person(by), via: 'slack' }, incidentId, { thread })
  await commit(world, person(by), async () => ({
    facts: [{ subject: invitationSubject(invitationId), type: 'invitation.linked', data: { incident: incidentId } }],
    result: undefined,
  }))
  return linked
}

/** The incidents that a mention was said to belong to and whose news still comes to its thread, and who said so. */
export async function linkedHere(
  reader: Reader,
  invitation: Invitation,
): Promise<{ incidentId: string; by: string }[]> {
  const facts = await factsAbout(reader, invitationSubject(invitation.id), ['invitation.linked'])
  const found: { incidentId: string; by: string }[] = []
  for (const { actor, data } of facts) {
    const places = await assembledChannels(reader, data.incident)
    const isHeard = places.some(
      (place) =>
        place.channelId === invitation.channelId && place.threadTs === threadOf(invitation) && !place.silentSince,
    )
    if (isHeard && actor.kind === 'person' && !found.some(({ incidentId }) => incidentId === data.incident))
      found.push({ incidentId: data.incident, by: actor.id })
  }
  return found
}
