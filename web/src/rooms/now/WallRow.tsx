import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { Link } from '@tanstack/react-router'
import type { BoardRow } from '../../../../src/rooms/api/contract.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { lasting } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { edgeOf } from './edge.ts'
import { promisedOf } from './promised.ts'
import { texts } from './texts.ts'
import classes from './wall.module.css'

/** One open incident across the whole screen: how long, how bad, what, who, and when one hears of it next. */
export function WallRow({ row, isLed }: { row: BoardRow; isLed: boolean }) {
  const t = useWords(texts)
  const locale = useLocale()
  const now = useBotTime()
  const { kind, status, level } = row
  const since = status === 'recovered' && row.recovered_at ? row.recovered_at : row.declared_at
  const promised = promisedOf(row.next_update_at, now, locale)
  const isOpen = status === 'responding'
  return (
    <article className={classes.row} style={edgeOf(level?.color)} aria-labelledby={`title-${row.id}`}>
      <p className={classes.elapsed}>
        <strong>{lasting(now - Date.parse(since), locale)}</strong>
        <span>{t(isOpen ? 'elapsed' : 'elapsed.recovered')}</span>
      </p>
      <div className={classes.what}>
        <p className={classes.marks}>
          <span className={classes.level}>{level ? level.name[locale] : t('level.none')}</span>
          <span>{row.service[locale]}</span>
          {!isOpen && <span className={classes.recovered}>{t('recovered')}</span>}
          {kind !== 'real' && <span className={classes.mark}>{t(kind)}</span>}
          {row.visibility === 'private' && (
            <span className={classes.mark}>
              <IconLock size="1em" aria-hidden /> {t('private')}
            </span>
          )}
        </p>
        <h2 id={`title-${row.id}`}>
          {isLed ? (
            <Link to="/incidents/$id" params={{ id: row.id }}>
              {row.summary}
            </Link>
          ) : (
            row.summary
          )}
        </h2>
      </div>
      <dl className={classes.state}>
        <div data-alarm={(isOpen && row.handler === null) || undefined}>
          <dt className="visually-hidden">{t('handler')}</dt>
          <dd>{row.handler?.name ?? t('handler.none')}</dd>
        </div>
        {isOpen && (
          <div data-alarm={promised.isLate || undefined}>
            <dt>{t('next')}</dt>
            <dd>{t(`wall.next.${promised.is}`, promised.gaps)}</dd>
          </div>
        )}
      </dl>
    </article>
  )
}
