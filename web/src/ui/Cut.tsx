import { useReach } from '../kit/api/reach.ts'
import { clock } from '../kit/time/words.ts'
import { useLocale } from '../kit/words/locale.ts'
import { useWords } from '../kit/words/words.ts'
import classes from './cut.module.css'
import { texts } from './texts.ts'

/** That the bot cannot be reached, and of when all is that still stands on the page. Else nothing. */
export function Cut() {
  const t = useWords(texts)
  const locale = useLocale()
  const lastAnsweredAt = useReach()
  return (
    <div role="status">
      {lastAnsweredAt !== null && (
        <p className={classes.cut}>{t('cut', { when: clock(lastAnsweredAt, Date.now(), locale) })}</p>
      )}
    </div>
  )
}
