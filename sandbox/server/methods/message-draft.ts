import { checkMessage, type Limit, type MessagePayload } from '../../block-kit/index.ts'
import { refuse } from '../refusal.ts'
import { isObject, type Json } from '../workspace/json.ts'
import type { Draft } from '../workspace/types.ts'
import type { Call } from './call.ts'

type Content = Pick<Draft, 'blocks' | 'attachments' | 'metadata'> & { text?: string }

function array(call: Call, name: 'blocks' | 'attachments'): unknown[] | undefined {
  const value = call.args.json(name)
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value
  refuse(name === 'blocks' ? 'invalid_blocks_format' : 'invalid_attachments')
}

function metadataOf(call: Call): Json | undefined {
  const value = call.args.json('metadata')
  if (value === undefined) return undefined
  if (!isObject(value)) refuse('invalid_metadata_format')
  return value
}

/** `chat.update` with an empty object takes the metadata away. */
export function clearsMetadata(call: Call): boolean {
  const metadata = metadataOf(call)
  return call.method === 'chat.update' && metadata !== undefined && Object.keys(metadata).length === 0
}

/** What the payload says, checked as Slack checks it; what is absent stays absent (an update keeps it). */
export function contentOf(call: Call, textLimit?: Limit): Content {
  const blocks = array(call, 'blocks')
  const attachments = array(call, 'attachments')
  const given = metadataOf(call)
  const metadata = clearsMetadata(call) ? undefined : given
  const text = call.args.optionalText('text')
  const markdown = call.args.optionalText('markdown_text')
  checkContent(call, { text, markdown_text: markdown, blocks, attachments, metadata }, textLimit)
  return {
    ...(text === undefined && markdown === undefined ? {} : { text: escapedAmpersands(text ?? markdown ?? '') }),
    ...(blocks ? { blocks } : {}),
    ...(attachments ? { attachments } : {}),
    ...(metadata
      ? {
          metadata: {
            event_type: String(metadata.event_type),
            event_payload: isObject(metadata.event_payload) ? metadata.event_payload : {},
          },
        }
      : {}),
  }
}

/** A bare `&` is stored escaped, as Slack does. */
function escapedAmpersands(text: string): string {
  return text.replace(/&(?!amp;|lt;|gt;)/g, '&amp;')
}

function checkContent(call: Call, payload: MessagePayload, textLimit?: Limit): void {
  const limits = { blocksText: call.workspace.blocksText, ...(textLimit ? { textLimit } : {}) }
  const untouched = [payload.text, payload.markdown_text, payload.blocks, payload.attachments].every(
    (part) => part === undefined,
  )
  const onlyMetadata = call.method === 'chat.update' && call.args.has('metadata') && untouched
  const problems = checkMessage(payload, limits).filter((problem) => !(onlyMetadata && problem.error === 'no_text'))
  const first = problems[0]
  if (first) refuse(first.error, { response_metadata: { messages: problems.map((problem) => problem.message) } })
}
