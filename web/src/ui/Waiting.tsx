import { useWords } from '../kit/words/words.ts'
import classes from './loaded.module.css'
import { texts } from './texts.ts'

/** In place of what is on its way. */
export function Waiting() {
  const t = useWords(texts)
  return (
    <div className={classes.waiting} role="status" aria-label={t('waiting')} data-waiting-for>
      <span />
      <span />
      <span />
    </div>
  )
}
