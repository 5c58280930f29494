/**
 * The check of a message: chat.postMessage, postEphemeral, scheduleMessage, update, and what is sent to a response_url.
 * Sources: docs.slack.dev/reference/methods/chat.postMessage and chat.update, docs.slack.dev/messaging/message-metadata.
 */
import { type Problem, problem } from './problem.ts'
import { isObject } from './rule.ts'
import { messageBlocks } from './surface.ts'

export type MessagePayload = {
  text?: unknown
  markdown_text?: unknown
  blocks?: unknown
  attachments?: unknown
  metadata?: unknown
}

/** How many characters `text` may have: in a new message, and in an edit (chat.update). */
export const textLimits = { post: 40_000, update: 4_000 } as const

/** All texts of all blocks together. Slack documents the error but no number; 12,000 is what people measured. */
const allBlocksText = 12_000
/** Source: `markdown_text` on chat.postMessage's page. */
const markdownText = 12_000
const metadataSize = 8_000
const attachmentCount = 100

/**
 * @param payload decoded: `blocks` and `attachments` are lists, `metadata` an object; null counts as not given.
 * @returns why Slack would refuse it, the gravest first (its `error` is the method's answer); [] when it is fine.
 */
export function checkMessage(payload: MessagePayload, options: { textLimit?: number } = {}): Problem[] {
  const { textLimit = textLimits.post } = options
  const { text, blocks, attachments, metadata } = payload
  return [
    ...checkPresence(payload),
    ...(isGiven(text) ? checkText('/text', text, textLimit) : []),
    ...checkMarkdownText(payload),
    ...(isGiven(blocks) ? checkBlocks(blocks) : []),
    ...(isGiven(attachments) ? checkAttachments(attachments) : []),
    ...checkTables(blocks, attachments),
    ...(isGiven(metadata) ? checkMetadata(metadata) : []),
  ]
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

function isEmpty(value: unknown): boolean {
  return !isGiven(value) || value === '' || (Array.isArray(value) && value.length === 0)
}

function checkPresence({ text, markdown_text, blocks, attachments }: MessagePayload): Problem[] {
  if (![text, markdown_text, blocks, attachments].every(isEmpty)) return []
  return [problem('no_text', { pointer: '/text', message: 'no message text provided' })]
}

function checkText(pointer: string, text: unknown, limit: number): Problem[] {
  if (typeof text !== 'string') return [problem('invalid_arguments', { pointer, message: 'must provide a string' })]
  if (text.length <= limit) return []
  return [problem('msg_too_long', { pointer, message: `must be less than ${limit + 1} characters` })]
}

function checkMarkdownText({ markdown_text, text, blocks }: MessagePayload): Problem[] {
  if (!isGiven(markdown_text)) return []
  const pointer = '/markdown_text'
  if (isEmpty(text) && isEmpty(blocks)) return checkText(pointer, markdown_text, markdownText)
  return [problem('markdown_text_conflict', { pointer, message: 'cannot be used with `text` or `blocks`' })]
}

function checkBlocks(blocks: unknown): Problem[] {
  if (!Array.isArray(blocks))
    return [problem('invalid_blocks_format', { pointer: '/blocks', message: 'must provide an array' })]
  if (blocks.length === 0) return []
  const found = messageBlocks(blocks, '/blocks').map((finding) => problem('invalid_blocks', finding))
  if (textLength(blocks) <= allBlocksText) return found
  return [
    ...found,
    problem('msg_blocks_too_long', {
      pointer: '/blocks',
      message: `must be less than ${allBlocksText + 1} characters`,
    }),
  ]
}

/** The characters of every `text` inside, at any depth. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one: unknown) => sum + textLength(one), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : textLength(inner)),
    0,
  )
}

/** Attachments are the old format and hardly checked by Slack: what is checked are the blocks inside. */
function checkAttachments(attachments: unknown): Problem[] {
  const bad = (pointer: string, message: string) => problem('invalid_attachments', { pointer, message })
  if (!Array.isArray(attachments)) return [bad('/attachments', 'must provide an array')]
  if (attachments.length > attachmentCount) {
    const message = `no more than ${attachmentCount} items allowed`
    return [problem('too_many_attachments', { pointer: '/attachments', message })]
  }
  return attachments.flatMap((attachment: unknown, i) => {
    const pointer = `/attachments/${i}`
    if (!isObject(attachment)) return [bad(pointer, 'must provide an object')]
    if (!isGiven(attachment.blocks)) return []
    return messageBlocks(attachment.blocks, `${pointer}/blocks`).map((finding) =>
      problem('invalid_attachments', finding),
    )
  })
}

/** One table a message, in its blocks or its attachments. Source: the table block's page. */
function checkTables(blocks: unknown, attachments: unknown): Problem[] {
  const inAttachments = Array.isArray(attachments)
    ? attachments.flatMap((one: unknown) => (isObject(one) ? one.blocks : []))
    : []
  const all: unknown[] = [...(Array.isArray(blocks) ? blocks : []), ...inAttachments]
  const tables = all.filter((block) => isObject(block) && block.type === 'table')
  if (tables.length <= 1) return []
  return [problem('invalid_attachments', { pointer: '/blocks', message: 'only_one_table_allowed' })]
}

function checkMetadata(metadata: unknown): Problem[] {
  const bad = (pointer: string, message: string) => [problem('invalid_metadata_format', { pointer, message })]
  if (!isObject(metadata)) return bad('/metadata', 'must provide an object')
  const { event_type: type, event_payload: content, entities } = metadata
  const extra = Object.keys(metadata).filter((key) => !['event_type', 'event_payload', 'entities'].includes(key))
  if (extra.length > 0) return bad('/metadata', `invalid additional property: ${extra[0]}`)
  if (entities === undefined || type !== undefined || content !== undefined) {
    if (typeof type !== 'string' || type === '') return bad('/metadata/event_type', 'must provide a string')
    if (!isObject(content)) return bad('/metadata/event_payload', 'must provide an object')
  }
  if (JSON.stringify(metadata).length <= metadataSize) return []
  const message = `must be less than ${metadataSize + 1} characters`
  return [problem('metadata_too_large', { pointer: '/metadata', message })]
}
