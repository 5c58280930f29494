import { channelLink, escapeText, person } from '../../kit/block-kit/index.ts'
import { audience, type IncidentFacts, isChannelId, isMemberId, type Settings } from '../settings/index.ts'

/** Whom the policy calls and where it tells of an incident of this kind, by the names of the settings, as they are read in a form. */
export function heardBy(incident: IncidentFacts, settings: Settings): { channels: string[]; people: string[] } {
  const { channels, groups, people } = audience(incident, settings)
  return {
    channels: channels.map(({ channel }) => (isChannelId(channel) ? channelLink(channel) : `#${escapeText(channel)}`)),
    people: [
      ...groups.map((group) => `@${escapeText(group)}`),
      ...people.map((address) => (isMemberId(address) ? person(address) : escapeText(address))),
    ],
  }
}
