import { useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { PlainText } from '../text/PlainText.tsx'
import styles from './blocks.module.css'
import { FieldControl } from './FieldControl.tsx'
import { type InputValue, useBlockHost } from './host.ts'
import { initialValue } from './initial.ts'
import type { InputBlock } from './types.ts'
import { useClick } from './useClick.ts'

/** An input of a dialog (or message), with its label, hint and error. */
export function InputBlockField({ block }: { block: InputBlock }) {
  const words = useWords()
  const host = useBlockHost()
  const { element } = block
  const { click } = useClick(block.block_id, element)
  const [local, setLocal] = useState<InputValue | undefined>(undefined)
  const place = { blockId: block.block_id, actionId: element.action_id }
  const held = host.form ? host.form.value(place) : local
  const value = held === undefined ? initialValue(element, host.channel) : held
  const change = (next: InputValue) => {
    if (host.form) host.form.set(block.block_id, next)
    else setLocal(next)
    // A text is sent when Enter ends it, not with each letter.
    if (block.dispatch_action && !element.type.endsWith('_input')) void click(next)
  }
  return (
    <div data-block-id={block.block_id}>
      <FieldControl
        place={place}
        element={element}
        value={value}
        onChange={change}
        {...(block.dispatch_action && { onEnter: () => void click(value) })}
        label={
          <>
            <PlainText text={block.label.text} />
            {block.optional && <span className={styles.optional}> {words.block.optional}</span>}
          </>
        }
        hint={block.hint && <PlainText text={block.hint.text} />}
        error={host.form?.error(block.block_id)}
      />
    </div>
  )
}
