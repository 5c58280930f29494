import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { Link } from '@tanstack/react-router'
import type { BoardRow } from '../../../../src/rooms/api/contract.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { clock, lasting } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import classes from './card.module.css'
import { edgeOf } from './edge.ts'
import { Facts } from './Facts.tsx'
import { texts } from './texts.ts'

/** One open incident. */
export function IncidentCard({ row, channelsAt }: { row: BoardRow; channelsAt: string }) {
  const t = useWords(texts)
  const locale = useLocale()
  const now = useBotTime()
  const { kind, status, level, channel } = row
  const since = status === 'recovered' && row.recovered_at ? row.recovered_at : row.declared_at
  return (
    <article className={classes.card} style={edgeOf(level?.color)} aria-labelledby={`title-${row.id}`}>
      <header className={classes.head}>
        <p className={classes.marks}>
          <span className={classes.level}>{level ? level.name[locale] : t('level.none')}</span>
          {status === 'recovered' && <span className={classes.recovered}>{t('recovered')}</span>}
          {kind !== 'real' && <span className={classes.mark}>{t(kind)}</span>}
          {row.visibility === 'private' && (
            <span className={classes.mark}>
              <IconLock size="1em" aria-hidden /> {t('private')}
            </span>
          )}
        </p>
        <p className={classes.elapsed}>
          <strong>{lasting(now - Date.parse(since), locale)}</strong>{' '}
          <span>{t(status === 'recovered' ? 'elapsed.recovered' : 'elapsed')}</span>
        </p>
      </header>
      <h2 id={`title-${row.id}`} className={classes.title}>
        <span className={classes.service}>{row.service[locale]}</span>{' '}
        <Link to="/incidents/$id" params={{ id: row.id }}>
          {row.summary}
        </Link>
      </h2>
      <Facts row={row} now={now} />
      <footer className={classes.foot}>
        {channel.id ? (
          <a href={`${channelsAt}${channel.id}`}>{t('open', { name: channel.name })}</a>
        ) : (
          <span>{t('making')}</span>
        )}
        <time dateTime={row.declared_at}>{t('declared', { when: clock(row.declared_at, now, locale) })}</time>
      </footer>
    </article>
  )
}
