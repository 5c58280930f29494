import type { Settings } from './settings.ts'
import { channelStem } from './values/channel-stem.ts'
import type { IncidentKind, Visibility } from './values/incident-words.ts'

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
  /** Of small Latin letters and digits only, which Slack takes anywhere: after it has refused the name. */
  isPlain?: boolean
}

/** What a plain name begins with where the service's has no Latin letters. */
const plainWord = 'incident'

/** The same text in the letters that Slack takes anywhere. */
const plainly = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '')

/**
 * The name of an incident's channel, as Slack takes it: `サービスa-20261123i`, then `サービスa-20261123i-2`. A private one
 * bears a code name and never the service's. Where it is too long the service's name gives way: day, kind and suffix stay.
 */
export function channelName(parts: ChannelNameParts, settings: Settings): string {
  const { naming, private_naming, letters, code_names } = settings.channels
  const isPrivate = parts.visibility === 'private'
  const named = isPrivate
    ? (parts.codeName ?? code_names[0] ?? '')
    : (settings.services[parts.service]?.channel_name ?? parts.service)
  // A company's own order may have letters that were refused: of the plain name only the parts are left.
  const word = parts.isPlain ? plainly(named) || plainWord : named
  const order = parts.isPlain ? plainOrder : isPrivate ? private_naming : naming
  const tail = parts.suffix === undefined ? '' : `-${parts.suffix}`
  const fill = (stem: string) =>
    channelStem(
      order.replaceAll(/\{(service|code|date|kind)\}/g, (_, gap: string) => {
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

const plainOrder = '{service}-{date}{kind}'

/** The calendar day there, as `20261123`. */
function day(date: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(date)
    .map(({ type, value }): [string, string] => [type, value])
  const { year, month, day } = Object.fromEntries(parts)
  return `${year}${month}${day}`
}
