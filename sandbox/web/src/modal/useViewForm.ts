import { useMemo, useState } from 'react'
import type { View } from '../../../protocol.ts'
import type { Form, InputValue } from '../blocks/host.ts'

/** What a person has put into a view, by block id, and what was found wrong with it. */
export type ViewForm = Form & {
  /** All that was touched. */
  touched: Record<string, InputValue>
  setErrors(errors: Record<string, string>): void
}

/** Holds the inputs of a view while it stands: an update of the same view keeps what was typed, as Slack does. */
export function useViewForm(view: View): ViewForm {
  const [touched, setTouched] = useState<Record<string, InputValue>>({})
  const [errors, setErrors] = useState<Record<string, string>>({})
  return useMemo(
    () => ({
      // An update may have taken blocks away; what was put into those is not sent.
      touched: Object.fromEntries(Object.entries(touched).filter(([blockId]) => hasBlock(view, blockId))),
      value: ({ blockId, actionId }) =>
        blockId === undefined
          ? undefined
          : (touched[blockId] ?? held(view.values[blockId] ?? view.values[`${blockId}/${actionId}`])),
      set: (blockId, value) => {
        if (blockId === undefined) return
        // A cleared text is sent as such, or the prefilled one would come back.
        setTouched((before) => ({ ...before, [blockId]: value ?? '' }))
        setErrors(({ [blockId]: _, ...rest }) => rest)
      },
      error: (blockId) => (blockId === undefined ? undefined : errors[blockId]),
      setErrors,
    }),
    [touched, errors, view],
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
