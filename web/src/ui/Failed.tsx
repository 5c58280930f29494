import { Button } from '@mantine/core'
import { useWords } from '../kit/words/words.ts'
import classes from './loaded.module.css'
import { texts } from './texts.ts'

/** What was asked for is not there, and may be when it is asked for again. */
export function Failed({ again }: { again: () => void }) {
  const t = useWords(texts)
  return (
    <div className={classes.failed} role="alert">
      <p>{t('failed')}</p>
      <Button onClick={again}>{t('failed.again')}</Button>
    </div>
  )
}
