/**
 * What may stand on which surface, and what holds across all blocks of one.
 * Source: "Available in surfaces" on each block's page of docs.slack.dev/reference/block-kit/blocks.
 */
import * as block from './blocks.ts'
import { type Finding, isObject, list, type Rule, variants } from './rule.ts'

const everywhere = {
  actions: block.actions,
  card: block.card,
  context: block.context,
  divider: block.divider,
  header: block.header,
  image: block.image,
  rich_text: block.richTextBlock,
  section: block.section,
  video: block.video,
}

const messageBlock = variants({
  ...everywhere,
  call: block.call,
  carousel: block.carousel,
  container: block.container,
  context_actions: block.contextActions,
  data_table: block.dataTable,
  file: block.file,
  input: block.input,
  markdown: block.markdown,
  plan: block.plan,
  table: block.table,
  task_card: block.taskCard,
})
const modalBlock = variants({ ...everywhere, alert: block.alert, input: block.modalInput })
const homeBlock = variants({ ...everywhere, carousel: block.carousel, input: block.input, table: block.table })

export const messageBlocks: Rule = surface(list(messageBlock, 50))
export const modalBlocks: Rule = surface(list(modalBlock, 100))
/** A home tab may be emptied. */
export const homeBlocks: Rule = surface(list(homeBlock, 100, 0))

function surface(blocks: Rule): Rule {
  return (value, pointer) => [
    ...blocks(value, pointer),
    ...(Array.isArray(value) ? acrossBlocks(value as unknown[], pointer) : []),
  ]
}

/** Names are unique: a block_id on its surface, an action_id in its block; one element at most takes the focus. */
function acrossBlocks(blocks: readonly unknown[], pointer: string): Finding[] {
  const blockIds = blocks.map((one, i) => ({ id: textAt(one, 'block_id'), pointer: `${pointer}/${i}/block_id` }))
  const elements = blocks.map((one, i) => elementsOf(one, `${pointer}/${i}`))
  const focused = elements.flat().filter(({ element }) => isObject(element) && element.focus_on_load === true)
  return [
    ...repeated('block_id', blockIds),
    ...elements.flatMap((ofBlock) => repeated('action_id', ofBlock.map(toActionId))),
    ...focused.slice(1).map((second) => ({
      pointer: `${second.pointer}/focus_on_load`,
      message: 'only one element can have `focus_on_load`',
    })),
  ]
}

type Placed = { element: unknown; pointer: string }
type Named = { id: string | undefined; pointer: string }

function elementsOf(holder: unknown, pointer: string): Placed[] {
  if (!isObject(holder)) return []
  const listed = ['elements', 'actions'].flatMap((key) => {
    const inside: unknown = holder[key]
    if (!Array.isArray(inside)) return []
    return inside.map((element: unknown, i) => ({ element, pointer: `${pointer}/${key}/${i}` }))
  })
  const single = ['accessory', 'element'].flatMap((key) =>
    isObject(holder[key]) ? [{ element: holder[key], pointer: `${pointer}/${key}` }] : [],
  )
  return [...listed, ...single, ...listed.flatMap(({ element, pointer: at }) => elementsOf(element, at))]
}

function toActionId({ element, pointer }: Placed): Named {
  return { id: textAt(element, 'action_id'), pointer: `${pointer}/action_id` }
}

function textAt(holder: unknown, key: string): string | undefined {
  const value = isObject(holder) ? holder[key] : undefined
  return typeof value === 'string' ? value : undefined
}

function repeated(key: string, named: readonly Named[]): Finding[] {
  const seen = new Set<string>()
  return named.flatMap(({ id, pointer }) => {
    if (id === undefined) return []
    if (seen.has(id)) return [{ pointer, message: `\`${key}\` "${id}" already exists` }]
    seen.add(id)
    return []
  })
}
