import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../kit/words/words.ts'
import classes from './dialog.module.css'
import { texts } from './texts.ts'

/** Something that is asked over the page. The browser keeps the focus within it, and gives it back; Escape closes it. */
export function Dialog({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  const t = useWords(texts)
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby={heading} className={classes.dialog} onClose={onClose}>
      <div className={classes.head}>
        <h2 id={heading}>{title}</h2>
        <CloseButton aria-label={t('close')} size="lg" onClick={onClose} />
      </div>
      {children}
    </dialog>
  )
}
