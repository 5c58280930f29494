import type { ModalView } from '../../kit/block-kit/index.ts'

/** Slack keeps what stands in a field when a form is redrawn under the same name: what is to begin with other words is named otherwise. */
const mark = '~'

/** The form with fields that begin with the words that are given, whatever stood in those before it. */
export const withFreshFields = (view: ModalView): ModalView => ({
  ...view,
  blocks: view.blocks.map((block) =>
    block.type === 'input' ? { ...block, block_id: `${block.block_id}${mark}` } : block,
  ),
})

/** What a field is called in the verb that it is for. */
export const fieldName = (blockId: string): string => (blockId.endsWith(mark) ? blockId.slice(0, -1) : blockId)

/** By the names of the verb, or back by those of the form. */
export const renamed = <T>(fields: Readonly<Record<string, T>>, name: (field: string) => string): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [name(field), value]))
