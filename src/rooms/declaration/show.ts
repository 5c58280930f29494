import type { Reader } from '../../kit/db/index.ts'
import { openToAll } from '../commands/index.ts'
import { channelLanguages, channelsByAnyName, isForOutsiders } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { incidentsOfInvitation } from '../incident/index.ts'
import type { Show, Slot } from '../projection/index.ts'
import type { Core } from '../reading/index.ts'
import { type Situation, situationOf, type Voice } from '../situation/index.ts'
import { delayOf } from './delay.ts'
import { invitationOf } from './invitation.ts'
import { likelyService } from './likely-service.ts'
import { linkedHere } from './link-here.ts'
import { type Delay, handledElsewhere, type InvitationPicture, invitationMessage, receipt } from './messages.ts'
import { formsOf, invitationById } from './store.ts'

/** Open incidents named under the button: enough to find one's own, few enough to read. */
const mostOpen = 5

/** What stands in Slack for an answer to a mention. */
export const showInvitation =
  (world: World): Show =>
  async (reader, subject) => {
    const invitation = await invitationById(reader, invitationOf(subject) ?? '')
    if (!invitation) return []
    const all: { situation: Situation; delay: Delay }[] = []
    for (const incident of await incidentsOfInvitation(reader, invitation.id)) {
      const situation = await situationOf(reader, incident.id)
      if (situation) all.push({ situation, delay: await delayOf(reader, situation) })
    }
    const declared = all.filter(({ situation }) => situation.incident.visibility === 'public')
    // Who else reads there must not see a list of what is going on.
    const isOpenToOthers = (await channelsByAnyName(reader, [invitation.channelId])).some(isForOutsiders)
    const shown = isOpenToOthers ? [] : await openToAll(reader, mostOpen)
    const linked: InvitationPicture['linked'][number][] = []
    for (const { incidentId, by } of await linkedHere(reader, invitation)) {
      const situation = await situationOf(reader, incidentId)
      if (situation) linked.push({ situation, by })
    }
    const isNamed = new Set([...declared, ...linked].map(({ situation }) => situation.incident.id))
    const settings = world.settings()
    const languageAt = await channelLanguages(reader, settings)
    const likely = await likelyService(reader, settings, invitation.channelId)
    // The likeliest first: those of the service whose channel it is. A drill is none of what people report where nobody was told of it.
    const open = (await withoutOthersDrills(reader, shown, invitation.channelId))
      .filter(({ incident }) => !isNamed.has(incident.id))
      .toSorted((a, b) => Number(b.incident.service === likely) - Number(a.incident.service === likely))
    // A form that has declared is none that somebody fills in.
    const sent = new Set(all.map((each) => each.situation.incident.declareViewId))
    const forms = (await formsOf(reader, invitation.id)).filter(({ viewId }) => !sent.has(viewId))
    const writing = [...new Set(forms.map(({ userId }) => userId))]
    const picture = { id: invitation.id, declared, open, linked, writing }
    const content = invitationMessage(picture, { settings, locale: languageAt(invitation.channelId) })
    return [
      {
        slot: 'invitation',
        keep: 'living',
        lane: 'person',
        editLane: 'person',
        again: true,
        shows: [...isNamed, ...open.map(({ incident }) => incident.id)],
        act: {
          do: 'message',
          channel: invitation.channelId,
          content,
          ...(invitation.threadTs ? { threadTs: invitation.threadTs } : {}),
        },
      },
    ]
  }

/** Open incidents without the drills and exercises that a channel does not take part in. */
async function withoutOthersDrills(reader: Reader, open: readonly Core[], channelId: string): Promise<Core[]> {
  const kept: Core[] = []
  for (const each of open) {
    const situation = each.incident.kind === 'real' ? undefined : await situationOf(reader, each.incident.id)
    if (!situation || situation.channels.some((place) => place.channelId === channelId)) kept.push(each)
  }
  return kept
}

/**
 * The place that the incident came from is told where the response now happens. An answer to a mention that stands beside
 * it says so itself; one within a thread is edited, and an edit notifies nobody.
 */
export function originSlots(situation: Situation, voiceAt: (channelId: string) => Voice): Slot[] {
  const { incident, channel } = situation
  const { origin, invitationId } = incident
  const isTold = invitationId !== null && !origin?.threadTs
  // That something private came of a message is nobody's to read there.
  if (!origin || !channel.channelId || isTold || incident.visibility === 'private') return []
  return [
    {
      slot: 'origin',
      keep: 'living',
      lane: 'announce',
      act: {
        do: 'message',
        channel: origin.channelId,
        threadTs: origin.threadTs ?? origin.ts,
        content: handledElsewhere(situation, voiceAt(origin.channelId)),
      },
    },
  ]
}

/** The form of the person who declared, telling how it went. Nobody looks at it any more once the incident is over. */
export function receiptSlots(situation: Situation, delay: Delay, voice: Voice): Slot[] {
  const { declareViewId, declareLocale } = situation.incident
  // The answer to the form says already that the channel is being made.
  const hasNews = situation.channel.channelId !== null || situation.problems.length > 0 || delay !== null
  if (!declareViewId || !hasNews) return []
  const view = receipt(situation, delay, { ...voice, locale: declareLocale })
  return [
    {
      slot: 'receipt',
      keep: 'living',
      lane: 'person',
      editLane: 'person',
      act: { do: 'view', viewId: declareViewId, view },
    },
  ]
}
