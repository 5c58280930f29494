import { isElsewhere, zoneWords } from '../kit/time/zone.ts'
import { useLocale } from '../kit/words/locale.ts'
import { useWords } from '../kit/words/words.ts'
import classes from './shell.module.css'
import { texts } from './texts.ts'

/** Whose time it is that stands on the pages; to whom it is their own, nothing. */
export function Zone() {
  const t = useWords(texts)
  const locale = useLocale()
  const at = Date.now()
  return isElsewhere(at) ? <span className={classes.zone}>{t('zone', { zone: zoneWords(at, locale) })}</span> : null
}
