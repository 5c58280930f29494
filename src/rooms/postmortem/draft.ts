import type { Reader } from '../../kit/db/index.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { actionsOf } from '../actions/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { bot, commit, unchanged, type World } from '../facts/index.ts'
import { hold, type Incident, incidentById } from '../incident/index.ts'
import { messageOf } from '../projection/index.ts'
import { owedOf } from '../settings/index.ts'
import { archivesIn, gapsOf } from './document.ts'
import { keepPostmortem, postmortemOf, writtenOf } from './store.ts'
import { gapsShown, templateFor } from './template.ts'

/**
 * The first draft stands as soon as it is over for the users, whoever asks for it or not. Told once. Where nothing is owed
 * nothing is told either: whoever wants to write finds the document under its verb.
 */
export async function draft(world: World, slack: Slack, incidentId: string): Promise<void> {
  const settings = world.settings()
  const isDue = async (reader: Reader, incident: Incident | undefined): Promise<boolean> =>
    incident !== undefined &&
    (incident.status === 'recovered' || incident.status === 'completed') &&
    owedOf(settings, incident).document !== 'none' &&
    !(await postmortemOf(reader, incidentId)).draftedAt
  if (!(await isDue(world.db.read, await incidentById(world.db.read, incidentId)))) return
  const archives = await lookUpArchives(world, slack, incidentId)
  await commit(world, bot, async (tx, now) => {
    const incident = await hold(tx, incidentId)
    if (!(await isDue(tx, incident))) return unchanged(undefined)
    const before = await postmortemOf(tx, incidentId)
    // What was settled before stays so; the draft is there for whoever wants it.
    const status = before.status === 'none' ? 'draft' : before.status
    const { byHand } = before
    await keepPostmortem(tx, incidentId, { status, draftedAt: now, archives, ...(byHand ? { byHand } : {}) }, now)
    const template = templateFor(incident, settings)
    const [written, actions] = [await writtenOf(tx, incidentId), await actionsOf(tx, incidentId)]
    const gaps = gapsOf({ incident, written, actions }, gapsShown(template))
    return {
      facts: [
        { subject: incidentSubject(incidentId), type: 'postmortem.drafted', data: { gaps, isMini: template.isMini } },
      ],
      result: undefined,
    }
  })
}

/** Where the workspace's messages are found, by the card's address; null where Slack does not say so now, which keeps nobody waiting. */
async function lookUpArchives(world: World, slack: Slack, incidentId: string): Promise<string | null> {
  const card = await messageOf(world.db.read, incidentSubject(incidentId), 'card')
  if (!card) return null
  const args = { channel: card.channelId, message_ts: card.ts }
  const link = await slack.call('chat.getPermalink', args, { lane: 'checkpoint' })
  return link.is === 'done' ? (archivesIn(link.value.permalink) ?? null) : null
}
