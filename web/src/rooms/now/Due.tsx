import { clock, dayOf, dayWords } from '../../kit/time/words.ts'
import { momentAt, wallOf } from '../../kit/time/zone.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { texts } from './texts.ts'
import classes from './waiting.module.css'

/** When something is due, a moment or a day, and whether that is over; `now` in milliseconds. */
export function Due({ at, now }: { at: string; now: number }) {
  const t = useWords(texts)
  const locale = useLocale()
  const isMoment = at.includes('T')
  // A day is over when it has ended where the company is.
  const isOver = isMoment ? Date.parse(at) < now : at < wallOf(now).slice(0, 10)
  const isThisYear = at.slice(0, 4) === wallOf(now).slice(0, 4)
  const day = () => (isThisYear ? dayWords(at, locale) : dayOf(new Date(momentAt(`${at}T00:00`)).toISOString(), locale))
  const when = isMoment ? clock(at, now, locale) : day()
  return (
    <span className={classes.due} data-over={isOver || undefined}>
      {t(isOver ? 'due.over' : 'due', { when })}
    </span>
  )
}
