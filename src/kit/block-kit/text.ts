import type { Mrkdwn, PlainText } from './types.ts'

/**
 * Slack's limits, in characters where nothing else is said. https://docs.slack.dev/reference/block-kit
 *
 * - `messageText`, in bytes of UTF-8: `chat.update` refuses 4,002 and takes 4,000, also beside blocks (a live report:
 *   github.com/openclaw/openclaw/issues/115027). A new message may have more; it may have to be edited.
 * - `messageBlocks`, in bytes: all texts of one message's blocks. Slack documents `msg_blocks_too_long` and no number. 11,341
 *   characters were refused (github.com/slackapi/bolt-js/issues/2867), and 10.6 to 11.3 KB where messages are streamed
 *   (github.com/openclaw/openclaw/issues/143882). No text has more letters than bytes, so that this is under both.
 */
export const limits = {
  sectionText: 3000,
  sectionField: 2000,
  header: 150,
  contextText: 2000,
  buttonText: 75,
  optionText: 75,
  options: 100,
  modalTitle: 24,
  label: 2000,
  placeholder: 150,
  messageText: 4000,
  messageBlocks: 10_500,
  topic: 250,
} as const

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** How long a text may be: in UTF-16 units, as Block Kit counts, or in bytes of UTF-8, as `chat.update` counts its `text`. */
type Measure = 'letters' | 'bytes'

/** How long a text is. */
export const lengthOf = (text: string, measure: Measure): number =>
  measure === 'letters' ? text.length : Buffer.byteLength(text)

/** Shortens to at most `max` without cutting an emoji or a combined character; `…` shows that something is gone. */
export function clip(text: string, max: number, measure: Measure = 'letters'): string {
  return lengthOf(text, measure) <= max ? text : shorten(graphemes(text), max, measure)
}

/** The same for mrkdwn, in which neither a mention, a link, a date nor an entity is cut in two. */
export function clipMarkup(text: string, max: number, measure: Measure = 'letters'): string {
  return lengthOf(text, measure) <= max ? text : shorten(pieces(text), max, measure)
}

function shorten(atoms: Iterable<string>, max: number, measure: Measure): string {
  const room = max - lengthOf('…', measure)
  let kept = ''
  let length = 0
  for (const atom of atoms) {
    length += lengthOf(atom, measure)
    if (length > room) break
    kept += atom
  }
  // Where not even the sign fits, nothing is said.
  return room < 0 ? '' : `${kept}…`
}

function* graphemes(text: string): Generator<string> {
  for (const { segment } of segmenter.segment(text)) yield segment
}

/** What is shown whole or not at all: a reference, an entity, a grapheme. */
function* pieces(text: string): Generator<string> {
  for (const part of text.split(/(<[^<>]*>|&(?:amp|lt|gt);)/)) {
    if (/^[<&]./.test(part) && /[>;]$/.test(part)) yield part
    else yield* graphemes(part)
  }
}

/** The fewest bytes that a shortened line keeps; where that is too much for all lines, the last ones are left out. */
const shortestLine = 240

/**
 * Lines as one text within `max` bytes. What is too long is taken from the longest lines, so that a short one, which says what
 * matters, is never pushed out by somebody's long words; of very many lines as many of the first as fit.
 */
export function linesWithin(lines: readonly string[], max: number): string {
  const whole = lines.join('\n')
  if (lengthOf(whole, 'bytes') <= max) return whole
  const share = fairShare(
    lines.map((line) => lengthOf(line, 'bytes')),
    max - (lines.length - 1),
  )
  const short = lines.map((line) => clipLines(line, Math.max(share, shortestLine)))
  if (share >= shortestLine) return short.join('\n')
  let kept = ''
  for (const line of short) {
    if (lengthOf(kept, 'bytes') + lengthOf(line, 'bytes') + lengthOf('\n…', 'bytes') > max) break
    kept += `${line}\n`
  }
  return `${kept}…`
}

/** The fewest bytes that each line of a shortened text keeps; else its end is left out. */
const shortestPart = 60

/** Shortens mrkdwn of one or more lines to at most `max` bytes, the longest of them first. */
export function clipLines(text: string, max: number): string {
  if (lengthOf(text, 'bytes') <= max) return text
  const lines = text.split('\n')
  const share = fairShare(
    lines.map((line) => lengthOf(line, 'bytes')),
    max - (lines.length - 1),
  )
  if (lines.length === 1 || share < shortestPart) return clipMarkup(text, max, 'bytes')
  return lines.map((line) => clipMarkup(line, share, 'bytes')).join('\n')
}

/** The most that each may keep so that all together keep within `max`: who needs less leaves the rest to the others. */
export function fairShare(lengths: readonly number[], max: number): number {
  let left = max
  const sorted = lengths.toSorted((a, b) => a - b)
  for (const [at, length] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - at))
    if (length > share) return Math.max(share, 0)
    left -= length
  }
  return Math.max(max, 0)
}

/** A person's words, made safe for mrkdwn: nobody is mentioned by `<!channel>`. Slack's rule: escape `&`, `<` and `>` only. */
export function escapeText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Escapes and clips so that the escaped text stays within `max` and no entity is cut. */
export function escapeClipped(words: string, max: number): string {
  return clipMarkup(escapeText(words), max)
}

/** Slack refuses empty text objects: a dash stands for nothing. */
const orDash = (text: string): string => (text.trim() === '' ? '—' : text)

export const plain = (text: string, max: number = limits.sectionText): PlainText => ({
  type: 'plain_text',
  text: clip(orDash(text), max),
  emoji: true,
})

/**
 * Slack's markup. In plain text Slack finds `@channel` and `#general` by itself, and calls whom somebody only wrote about: where there is
 * such a sign it is told to leave the words as they are, and addresses, which it then leaves too, become links here.
 * https://docs.slack.dev/reference/block-kit/composition-objects/text-object
 */
export function mrkdwn(text: string, max: number = limits.sectionText): Mrkdwn {
  const parts = orDash(text).split(/(<[^<>]*>)/)
  const isWritten = (_part: string, at: number) => at % 2 === 0
  if (!parts.some((part, at) => isWritten(part, at) && /[@#]\S/.test(part)))
    return { type: 'mrkdwn', text: clipMarkup(parts.join(''), max) }
  const linked = parts.map((part, at) => (isWritten(part, at) ? withLinks(part) : part))
  return { type: 'mrkdwn', text: clipMarkup(linked.join(''), max), verbatim: true }
}

/** Addresses as links; what ends a sentence behind one is no part of it, and one that was cut leads nowhere. */
const withLinks = (escaped: string): string =>
  escaped.replaceAll(/https?:\/\/(?:[\w\-.~:/?#@!$'()*+,;=%[\]]|&amp;)+…?/g, (found) => {
    if (found.endsWith('…')) return found
    let length = found.length
    while (/[.,:!?')\]]/.test(found[length - 1] ?? '')) length--
    return `<${found.slice(0, length)}>${found.slice(length)}`
  })

/** What stands in place of a person's id where an agent has written something; its name has nothing in it that Slack or Markdown acts on. */
export const agentId = (name: string): string => `agent:${name}`
/** The agent that such an id is of; undefined for a person's. */
export const agentName = (id: string): string | undefined => (id.startsWith('agent:') ? id.slice(6) : undefined)

/** A person, as Slack shows it: in a message this pings nobody who is not meant, in an edit nobody at all; an agent by its name. */
export const person = (userId: string): string => agentName(userId) ?? `<@${userId}>`
export const channelLink = (channelId: string): string => `<#${channelId}>`

/**
 * A moment in each reader's own time zone. `fallback` is for clients without the token.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function moment(at: Date, format: string, fallback: string): string {
  return `<!date^${Math.floor(at.getTime() / 1000)}^${format}|${escapeText(fallback)}>`
}
