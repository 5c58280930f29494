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

/** A greatest length, and what it counts: UTF-16 units (never kinder than Slack's own count of characters), or bytes of UTF-8. */
export type Limit = { most: number; of: 'characters' | 'bytes' }

/**
 * What `text` may have in a new message, and in an edit. Of chat.update 4,000 bytes are taken and 4,002 refused, also beside
 * blocks. Source: github.com/openclaw/openclaw/issues/115027.
 */
export const textLimits = {
  post: { most: 40_000, of: 'characters' },
  update: { most: 4_000, of: 'bytes' },
} as const satisfies Record<string, Limit>

/**
 * All texts of all blocks together, markdown blocks aside, which have a limit of their own. Slack documents the error but no
 * number: 11,341 counted characters were refused (github.com/slackapi/bolt-js/issues/2867). Whether bytes or characters count
 * is not known; a workspace may count bytes (`SandboxOptions.blocksText`).
 */
export const allBlocksText: Limit = { most: 11_300, of: 'characters' }
/** Source: `markdown_text` on chat.postMessage's page. */
const markdownText: Limit = { most: 12_000, of: 'characters' }
const metadataSize = 8_000
const attachmentCount = 100

/**
 * @param payload decoded: `blocks` and `attachments` are lists, `metadata` an object; null counts as not given.
 * @returns why Slack would refuse it, the gravest first (its `error` is the method's answer); [] when it is fine.
 */
export function checkMessage(
  payload: MessagePayload,
  limits: { textLimit?: Limit; blocksText?: Limit } = {},
): Problem[] {
  const { textLimit = textLimits.post, blocksText = allBlocksText } = limits
  const { text, blocks, attachments, metadata } = payload
  return [
    ...checkPresence(payload),
    ...(isGiven(text) ? checkText('/text', text, textLimit) : []),
    ...checkMarkdownText(payload),
    ...(isGiven(blocks) ? checkBlocks(blocks, blocksText) : []),
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

function sizeOf(text: string, of: Limit['of']): number {
  return of === 'bytes' ? Buffer.byteLength(text) : text.length
}

function tooLong(error: string, pointer: string, { most, of }: Limit): Problem {
  return problem(error, { pointer, message: `must be less than ${most + 1} ${of}` })
}

function checkText(pointer: string, text: unknown, limit: Limit): Problem[] {
  if (typeof text !== 'string') return [problem('invalid_arguments', { pointer, message: 'must provide a string' })]
  return sizeOf(text, limit.of) <= limit.most ? [] : [tooLong('msg_too_long', pointer, limit)]
}

function checkMarkdownText({ markdown_text, text, blocks }: MessagePayload): Problem[] {
  if (!isGiven(markdown_text)) return []
  const pointer = '/markdown_text'
  if (isEmpty(text) && isEmpty(blocks)) return checkText(pointer, markdown_text, markdownText)
  return [problem('markdown_text_conflict', { pointer, message: 'cannot be used with `text` or `blocks`' })]
}

function checkBlocks(blocks: unknown, limit: Limit): Problem[] {
  if (!Array.isArray(blocks))
    return [problem('invalid_blocks_format', { pointer: '/blocks', message: 'must provide an array' })]
  if (blocks.length === 0) return []
  const found = messageBlocks(blocks, '/blocks').map((finding) => problem('invalid_blocks', finding))
  const counted = blocks.filter((block: unknown) => !(isObject(block) && block.type === 'markdown'))
  if (textSize(counted, limit.of) <= limit.most) return found
  return [...found, tooLong('msg_blocks_too_long', '/blocks', limit)]
}

/** The size of every `text` inside, at any depth. */
function textSize(value: unknown, of: Limit['of']): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one: unknown) => sum + textSize(one, of), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (key === 'text' && typeof inner === 'string' ? sizeOf(inner, of) : textSize(inner, of)),
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
