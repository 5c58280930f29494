import { channelStem } from './channel-stem.ts'
import type { IncidentKind, Visibility } from './incident-words.ts'
import type { Settings } from './settings.ts'

/** Slack's limit, in characters: `invalid_name_maxlength` beyond it. */
const LONGEST = 80

export type ChannelNameParts = {
  /** The service's key in the settings. */
  service: string
  /** When it was declared; the day is that of the settings' time zone. */
  date: Date
  kind: IncidentKind
  visibility: Visibility
  /** 2 and up where the name without it is taken. */
  suffix?: number | undefined
  /** The word for a private incident; without one, the first of the settings' list. */
  codeName?: string | undefined
}

/**
 * The name of an incident's channel, as Slack takes it: `サービスa-20261123i`, then `サービスa-20261123i-2`. A private one
 * bears a code name and never the service's. Where it is too long the service's name gives way: day, kind and suffix stay.
 */
export function channelName(parts: ChannelNameParts, settings: Settings): string {
  const { naming, private_naming, letters, code_names } = settings.channels
  const isPrivate = parts.visibility === 'private'
  const word = isPrivate
    ? (parts.codeName ?? code_names[0] ?? '')
    : (settings.services[parts.service]?.channel_name ?? parts.service)
  const tail = parts.suffix === undefined ? '' : `-${parts.suffix}`
  const fill = (stem: string) =>
    channelStem(
      (isPrivate ? private_naming : naming).replaceAll(/\{(service|code|date|kind)\}/g, (_, gap: string) => {
        if (gap === 'date') return day(parts.date, settings.timezone)
        return gap === 'kind' ? letters[parts.kind] : stem
      }),
    )
  let stem = [...channelStem(word)]
  let name = fill(stem.join(''))
  while (name.length + tail.length > LONGEST && stem.length > 0) {
    stem = stem.slice(0, -1)
    name = fill(stem.join(''))
  }
  return name + tail
}

/** The calendar day there, as `20261123`. */
function day(date: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(date)
    .map(({ type, value }): [string, string] => [type, value])
  const { year, month, day } = Object.fromEntries(parts)
  return `${year}${month}${day}`
}
