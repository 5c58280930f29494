import { useWords } from '../kit/words/words.ts'
import classes from './away.module.css'
import { texts } from './texts.ts'

/** In place of a page, as long as the bot does not say who looks. */
export function Away() {
  const t = useWords(texts)
  return (
    <main className={classes.away} role="status">
      <h1>{t('away')}</h1>
      <p>{t('away.lead')}</p>
    </main>
  )
}
