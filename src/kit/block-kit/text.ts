import type { Mrkdwn, PlainText } from './types.ts'

/** Slack's limits, in characters. https://docs.slack.dev/reference/block-kit */
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
  topic: 250,
} as const

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Shortens to at most `max` UTF-16 units without cutting an emoji or a combined character; `…` shows that something is gone. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length + segment.length > max - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** The same for mrkdwn, in which neither a reference nor an entity is cut in two. */
export function clipMarkup(text: string, max: number): string {
  if (text.length <= max) return text
  const kept = clip(text, max).slice(0, -1)
  const open = kept.lastIndexOf('<')
  const whole = open > kept.lastIndexOf('>') ? kept.slice(0, open) : kept
  return `${whole.replace(/&[a-z]{0,3}$/, '')}…`
}

/** As many of the lines as fit, each whole: cut within, one could lose the end of a mention or a date. */
export function linesWithin(lines: readonly string[], max: number): string {
  let kept = ''
  for (const line of lines) {
    if (kept.length + line.length > max - 2) return `${kept}…`
    kept += `${line}\n`
  }
  return kept.trimEnd()
}

/** A person's words, made safe for mrkdwn: nobody is mentioned by `<!channel>`. Slack's rule: escape `&`, `<` and `>` only. */
export function escapeText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const references = /<([@#!])?([^<>|]+)(?:\|([^<>]*))?>/g

/** The ids of the people whom a message that Slack sent us mentions. */
export const mentionedIn = (text: string): string[] =>
  [...text.matchAll(references)].flatMap(([, sign, id]) => (sign === '@' && id ? [id] : []))

/**
 * A message's text as its reader saw it, for a field in which people write: names for references, letters for entities.
 * `names` are people's by id. https://docs.slack.dev/messaging/formatting-message-text
 */
export function readable(text: string, names: ReadonlyMap<string, string> = new Map()): string {
  const shown = text.replaceAll(
    references,
    (_whole, sign: string | undefined, id: string, label: string | undefined) => {
      if (sign === '@') return `@${names.get(id) ?? (label || id)}`
      if (sign === '#') return `#${label || id}`
      if (sign === '!') return label || `@${id}`
      const address = id.replace(/^(?:mailto|tel):/, '')
      return label && label !== address ? `${label} (${address})` : address
    },
  )
  return shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Escapes and clips so that the escaped text stays within `max` and no entity is cut. */
export function escapeClipped(words: string, max: number): string {
  let kept = ''
  const whole = escapeText(words)
  if (whole.length <= max) return whole
  for (const { segment } of segmenter.segment(words)) {
    const piece = escapeText(segment)
    if (kept.length + piece.length > max - 1) break
    kept += piece
  }
  return `${kept}…`
}

/** Slack refuses empty text objects: a dash stands for nothing. */
const orDash = (text: string): string => (text.trim() === '' ? '—' : text)

export const plain = (text: string, max: number = limits.sectionText): PlainText => ({
  type: 'plain_text',
  text: clip(orDash(text), max),
  emoji: true,
})

export const mrkdwn = (text: string, max: number = limits.sectionText): Mrkdwn => ({
  type: 'mrkdwn',
  text: clip(orDash(text), max),
})

/** A person, as Slack shows it: in a message this pings nobody who is not meant, in an edit nobody at all. */
export const person = (userId: string): string => `<@${userId}>`
export const channelLink = (channelId: string): string => `<#${channelId}>`

/**
 * A moment in each reader's own time zone. `fallback` is for clients without the token.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function moment(at: Date, format: string, fallback: string): string {
  return `<!date^${Math.floor(at.getTime() / 1000)}^${format}|${escapeText(fallback)}>`
}
