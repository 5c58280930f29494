import { escapeText } from '../../block-kit/index.ts'
import { blocksText } from './blocks.ts'
import { list, type Thing, textOf, thing } from './thing.ts'

/** Slack writes this where an attachment has no text for a notification. */
const noPreview = '[no preview available]'

/**
 * All that people see of a message, as mrkdwn: its text, or the blocks that stand in its place; what was forwarded with it, quoted
 * under the name of who said it; and an app's attachments. The previews of links under a person's words are no part of them.
 * https://docs.slack.dev/reference/messaging/attachments
 */
export function visibleWords(message: unknown): string {
  const { text, blocks, attachments, bot_id, subtype } = thing(message)
  const own = textOf(text)
  const isApp = bot_id !== undefined || subtype === 'bot_message'
  // An app's `text` is for notifications where there are blocks: people see these.
  const said = isApp ? blocksText(blocks) || own : own.trim() ? own : blocksText(blocks)
  const all = list(attachments)
  const shown = isApp || said.trim() === '' ? all : all.filter(isForwarded)
  return [said, ...shown.map(attached)].filter((part) => part.trim() !== '').join('\n')
}

/** What somebody passes on, which is said by being passed on; a link that Slack unfolds is not. */
export const isForwarded = ({ is_share }: Thing): boolean => is_share === true

/** The files that people see with a message: its own, and those of what was forwarded with it. */
export function visibleFiles(message: unknown): { name: string; permalink: string }[] {
  const { files, attachments } = thing(message)
  const all = [
    ...list(files),
    ...list(attachments)
      .filter(isForwarded)
      .flatMap(({ files: inner }) => list(inner)),
  ]
  return all.flatMap(({ name, title, permalink, mode }) =>
    textOf(permalink) && mode !== 'tombstone'
      ? [{ name: textOf(name) || textOf(title) || 'file', permalink: textOf(permalink) }]
      : [],
  )
}

/** The same where a title is wanted: what a message without words shows is its files. */
export const shownIn = (message: unknown): string =>
  visibleWords(message) ||
  visibleFiles(message)
    .map(({ name }) => escapeText(name))
    .join(' ')

function attached(each: Thing): string {
  const { pretext, title, text, fields, fallback, blocks, message_blocks } = each
  const inBlocks = blocksText(blocks)
  const body = textOf(text) || list(message_blocks).map(innerBlocks).filter(Boolean).join('\n')
  const told = [
    textOf(pretext),
    inBlocks || [textOf(title), body].filter(Boolean).join('\n'),
    ...list(fields).map(field),
  ]
  const words = told.filter(Boolean).join('\n')
  const whole = words || (textOf(fallback) === noPreview ? '' : textOf(fallback))
  return isForwarded(each) && whole ? quoted(whole, textOf(each.author_name)) : whole
}

const innerBlocks = ({ message }: Thing): string => blocksText(thing(message).blocks)

const field = ({ title, value }: Thing): string => [textOf(title), textOf(value)].filter(Boolean).join(': ')

/** As mrkdwn quotes, so that nobody takes it for the words of who passed it on. */
const quoted = (words: string, author: string): string =>
  `${author ? `${escapeText(author)}: ` : ''}${words}`
    .split('\n')
    .map((line) => `&gt; ${line}`)
    .join('\n')

/** Words without the marks of quotes, where nobody needs to tell them from other words: in a title. */
export const unquoted = (words: string): string => words.replaceAll(/^&gt; ?/gmu, '')
