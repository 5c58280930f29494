import { useMemo, useState } from 'react'
import type { View } from '../../../protocol.ts'
import { createForm, type Form } from '../blocks/form.ts'
import type { InputValue } from '../blocks/host.ts'

/** The inputs of a view, kept while it stands: an update of the same view keeps what was typed, as Slack does. */
export type ViewForm = Form & {
  /** What was put in, without what belongs to blocks that an update has taken away. */
  toSend(): Record<string, InputValue>
  showErrors(errors: Record<string, string>): void
}

export function useViewForm(view: View): ViewForm {
  const [form] = useState(createForm)
  return useMemo(
    () => ({
      ...form,
      held: ({ blockId, actionId }) => held(view.values[blockId ?? ''] ?? view.values[`${blockId}/${actionId}`]),
      toSend: () => {
        const { touched } = form.entries.get()
        return Object.fromEntries(Object.entries(touched).filter(([blockId]) => hasBlock(view, blockId)))
      },
      showErrors: (errors) => form.entries.set({ ...form.entries.get(), errors }),
    }),
    [form, view],
  )
}

function hasBlock(view: View, blockId: string): boolean {
  return view.blocks.some(
    (block) => typeof block === 'object' && block !== null && 'block_id' in block && block.block_id === blockId,
  )
}

/** A value as the server holds it: a moment in Unix seconds, the rest as the inputs hold it themselves. */
function held(value: unknown): InputValue | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(String)
  return undefined
}
