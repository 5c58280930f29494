import { withEmoji } from '../emoji/emoji.ts'
import { escapeText } from './text.ts'

const references = /<([@#!])?([^<>|]+)(?:\|([^<>]*))?>/g

/** What is left of a reference that was read when nobody knew its name. */
const nameless = /([@#])([UWCGS][A-Z0-9]{5,})(?![\w-])/g

/** `subteam^S123`: a group's id stands behind its kind. */
const groupIn = (id: string): string | undefined => /^subteam\^(\w+)/.exec(id)?.[1]

/** The ids of the people, channels and user groups that a message names, whether Slack sent it or somebody read it since. */
export const mentionedIn = (text: string): string[] => [
  ...[...text.matchAll(references)].flatMap(([, sign, id = '']) =>
    sign === '!' ? (groupIn(id) ?? []) : sign && id ? [id] : [],
  ),
  ...namelessIn(text.replaceAll(references, '')),
]

/** The ids that stand in a plain text because nobody knew their names when it was read. */
export const namelessIn = (text: string): string[] => [...text.matchAll(nameless)].flatMap(([, , id]) => id ?? [])

/** A plain text with names in place of those ids, as far as they are known by now. */
export const named = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replaceAll(nameless, (whole, sign: string, id: string) => (names.has(id) ? `${sign}${names.get(id)}` : whole))

/**
 * A message's text as its reader saw it, for a field in which people write: names for references, letters for entities, emoji for their
 * names.
 * `names` are those of people, channels and groups by id; what it does not know keeps its id, and is named when it is read again
 * by somebody who knows it. https://docs.slack.dev/messaging/formatting-message-text
 */
export function readable(text: string, names: ReadonlyMap<string, string> = new Map()): string {
  const shown = text.replaceAll(
    references,
    (_whole, sign: string | undefined, id: string, label: string | undefined) => {
      if (sign === '@') return `@${names.get(id) ?? (label || id)}`
      if (sign === '#') return `#${names.get(id) ?? (label || id)}`
      if (sign === '!') return readableSpecial(id, label, names)
      const address = id.replace(/^(?:mailto|tel):/, '')
      return label && label !== address ? `${label} (${address})` : address
    },
  )
  return withEmoji(named(shown, names)).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** `<!here>`, `<!subteam^S1|@team>`, `<!date^1^{time}|12:00>`. */
function readableSpecial(id: string, label: string | undefined, names: ReadonlyMap<string, string>): string {
  const group = groupIn(id)
  if (group) return `@${names.get(group) ?? (label || group).replace(/^@/, '')}`
  const [, seconds] = /^date\^(\d+)/.exec(id) ?? []
  if (!seconds) return `@${(label || id).replace(/^@/, '')}`
  return label || `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Slack's markup in which references bear the names that `names` knows, for readers who have no names at hand. */
export const labelled = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replaceAll(references, (whole, sign: string | undefined, id: string) => {
    const name = names.get((sign === '!' ? groupIn(id) : sign && id) ?? '')
    return name === undefined
      ? whole
      : `<${sign}${id}|${sign === '!' ? '@' : ''}${escapeText(name).replaceAll('|', '')}>`
  })
