import { useWords } from '../i18n/words.ts'
import { PlainText } from '../text/PlainText.tsx'
import styles from './blocks.module.css'
import { FieldControl } from './FieldControl.tsx'
import { useField } from './form.ts'
import type { InputValue } from './host.ts'
import type { InputBlock } from './types.ts'
import { useClick } from './useClick.ts'

/** An input of a dialog (or message), with its label, hint and error. */
export function InputBlockField({ block }: { block: InputBlock }) {
  const words = useWords()
  const { element } = block
  const place = { blockId: block.block_id, actionId: element.action_id }
  const field = useField(place, element)
  const { click } = useClick(block.block_id, element)
  const change = (next: InputValue) => {
    field.set(next)
    // A text is sent when Enter ends it, not with each letter.
    if (block.dispatch_action && !element.type.endsWith('_input')) void click(next)
  }
  return (
    <div data-block-id={block.block_id}>
      <FieldControl
        place={place}
        element={element}
        value={field.value}
        onChange={change}
        {...(block.dispatch_action && { onEnter: () => void click(field.value) })}
        label={
          <>
            <PlainText text={block.label.text} />
            {block.optional && <span className={styles.optional}> {words.block.optional}</span>}
          </>
        }
        hint={block.hint && <PlainText text={block.hint.text} />}
        error={field.error}
      />
    </div>
  )
}
