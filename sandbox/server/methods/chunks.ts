import { checkMessage } from '../../block-kit/index.ts'
import { refuse } from '../refusal.ts'
import { isObject, type Json, objectsIn, textOf } from '../workspace/json.ts'

/** What a message that is being written has said so far in chunks: tasks by id, the title of their plan, blocks. */
export type Written = { text: string; tasks: Map<string, Json>; plan?: string; blocks: unknown[] }

const statuses: ReadonlySet<unknown> = new Set(['pending', 'in_progress', 'complete', 'error'])
const mostBlocks = 50

const words = (text: string): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})

/** A task as a block; what a later chunk leaves out stays as it was. */
function taskOf(chunk: Json, before: Json = {}): Json {
  const { id, title, status, details, output, sources } = chunk
  if (textOf(id) === '' || textOf(title) === '' || !statuses.has(status)) refuse('invalid_chunks')
  return {
    ...before,
    type: 'task_card',
    task_id: id,
    title,
    status,
    ...(textOf(details) === '' ? {} : { details: words(textOf(details)) }),
    ...(textOf(output) === '' ? {} : { output: words(textOf(output)) }),
    ...(Array.isArray(sources) ? { sources } : {}),
  }
}

/**
 * Adds chunks to what is written. Refuses with `invalid_chunks`, `invalid_blocks`.
 * Source: docs.slack.dev/reference/methods/chat.appendStream (chunks)
 */
export function withChunks(before: Written, chunks: unknown): Written {
  if (chunks === undefined) return before
  if (!Array.isArray(chunks) || !chunks.every(isObject)) return refuse('invalid_chunks')
  const after: Written = { ...before, tasks: new Map(before.tasks), blocks: [...before.blocks] }
  for (const chunk of objectsIn(chunks)) {
    if (chunk.type === 'markdown_text' && typeof chunk.text === 'string') after.text += chunk.text
    else if (chunk.type === 'plan_update' && textOf(chunk.title) !== '') after.plan = textOf(chunk.title)
    else if (chunk.type === 'task_update') {
      const id = textOf(chunk.id)
      after.tasks.set(id, taskOf(chunk, after.tasks.get(id)))
    } else if (chunk.type === 'blocks' && Array.isArray(chunk.blocks)) {
      if (checkMessage({ text: '', blocks: chunk.blocks }).length > 0) refuse('invalid_blocks')
      after.blocks.push(...chunk.blocks)
      if (after.blocks.length > mostBlocks) refuse('msg_blocks_too_many')
    } else refuse('invalid_chunks')
  }
  return after
}

/** How it stands in the message: the text alone, or the text with its tasks and blocks below. */
export function blocksOf({ text, tasks, plan, blocks }: Written): unknown[] {
  const cards = [...tasks.values()]
  if (cards.length + blocks.length === 0) return []
  const shown = plan === undefined ? cards : [{ type: 'plan', title: plan, tasks: cards }]
  return [...shown, ...(text === '' ? [] : [{ type: 'markdown', text }]), ...blocks]
}
