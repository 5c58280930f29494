import { useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { ask } from './confirm.ts'
import { type InputValue, useBlockHost } from './host.ts'
import type { Confirm } from './types.ts'

/**
 * A click as an element makes it: asks first where the app wants a confirmation, and says while it is on its way. Answers
 * whether it was sent.
 */
export function useClick(
  blockId: string | undefined,
  element: { action_id: string; confirm?: Confirm },
): { busy: boolean; click(value?: InputValue): Promise<boolean> } {
  const host = useBlockHost()
  const words = useWords()
  const [busy, setBusy] = useState(false)
  const click = async (value?: InputValue) => {
    const confirm = element.confirm
    if (confirm) {
      const yes = await ask({
        title: confirm.title.text,
        text: confirm.text.text,
        mrkdwn: confirm.text.type === 'mrkdwn',
        yes: confirm.confirm?.text ?? words.block.confirm,
        no: confirm.deny?.text ?? words.app.cancel,
        danger: confirm.style === 'danger',
      })
      if (!yes) return false
    }
    setBusy(true)
    try {
      await host.click({ blockId, actionId: element.action_id }, value)
    } finally {
      setBusy(false)
    }
    return true
  }
  return { busy, click }
}
