import type { Reader } from '../../kit/db/index.ts'
import { linkChannel } from '../assembly/index.ts'
import { clockwork, commit, factsAbout, person, Refusal, type World } from '../facts/index.ts'
import { perform } from '../incident/index.ts'
import { type Invitation, invitationSubject } from './invitation.ts'
import { invitationById, invitationsOfThread } from './store.ts'

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

/** A thread no longer hears of an incident: the answers to mentions in it stop saying that it does. */
export async function unlinkHere(
  world: World,
  { incidentId, channelId, threadTs }: { incidentId: string; channelId: string; threadTs: string },
): Promise<void> {
  for (const invitation of await invitationsOfThread(world.db.read, channelId, threadTs)) {
    const linked = await linkedHere(world.db.read, invitation)
    if (!linked.some((each) => each.incidentId === incidentId)) continue
    await commit(world, clockwork, async () => ({
      facts: [
        { subject: invitationSubject(invitation.id), type: 'invitation.unlinked', data: { incident: incidentId } },
      ],
      result: undefined,
    }))
  }
}

/** The incidents that a mention was said to belong to, and who said so last. */
export async function linkedHere(
  reader: Reader,
  invitation: Invitation,
): Promise<{ incidentId: string; by: string }[]> {
  const facts = await factsAbout(reader, invitationSubject(invitation.id), ['invitation.linked', 'invitation.unlinked'])
  const linked = new Map<string, string>()
  for (const { type, actor, data } of facts) {
    if (type === 'invitation.unlinked') linked.delete(data.incident)
    else if (actor.kind === 'person') linked.set(data.incident, actor.id)
  }
  return [...linked].map(([incidentId, by]) => ({ incidentId, by }))
}
