import { Avatar } from '../people/Avatar.tsx'
import type { Suggestion } from './complete.ts'
import styles from './composer.module.css'

type Props = { id: string; items: Suggestion[]; active: number; label: string; onChoose(suggestion: Suggestion): void }

/** The list above the field. The focus stays in the field: the pointer must not take it. */
export function Suggestions({ id, items, active, label, onChoose }: Props) {
  return (
    <div id={id} role="listbox" aria-label={label} className={styles.suggestions}>
      {items.map((item, index) => (
        <div
          key={item.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.suggestion}
          onMouseDown={(event) => {
            event.preventDefault()
            onChoose(item)
          }}
        >
          {item.user && <Avatar user={item.user} size={22} />}
          {item.char && <span className={styles.char}>{item.char}</span>}
          <span className={styles.label}>{item.label}</span>
          {item.detail && <span className={styles.detail}>{item.detail}</span>}
        </div>
      ))}
    </div>
  )
}
