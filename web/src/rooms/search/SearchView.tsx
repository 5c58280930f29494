import { Link } from '@tanstack/react-router'
import type { CatalogAnswer, SearchAnswer } from '../../../../src/rooms/api/contract.ts'
import { moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Pager } from '../../ui/Pager.tsx'
import type { Asked } from './asked.ts'
import classes from './search.module.css'
import { texts } from './texts.ts'

type Props = { found: SearchAnswer; asked: Asked; catalog: CatalogAnswer }

/** What was found, the newest first, with the hits marked. */
export function SearchView({ found, asked, catalog }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const { hits, incidents, next, about } = found
  const { cursor: _, ...first } = asked
  const serviceOf = (key: string) => catalog.services.find((each) => each.key === key)?.name[locale] ?? key
  return (
    <>
      {hits.length === 0 ? (
        <Empty title={t('none')}>{t('none.lead')}</Empty>
      ) : (
        <p className={classes.about} role="status">
          {t(about === null ? 'about.more' : 'about', { count: hits.length })}
        </p>
      )}
      {hits.length > 0 && (
        <ol className={classes.hits} aria-label={t('found')}>
          {hits.map((hit) => {
            const incident = incidents[hit.incident]
            const marked = hit.marked.map((piece, n) =>
              // The pieces of one text never change places.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              piece.hit ? <mark key={n}>{piece.text}</mark> : <span key={n}>{piece.text}</span>,
            )
            // A summary that was found is marked where it stands, and not said twice.
            const isTitle = hit.kind === 'summary' && wholeOf(hit) === incident?.summary
            return (
              <li key={`${hit.incident} ${hit.kind} ${hit.ref}`} className={classes.hit}>
                <div className={classes.head}>
                  <Link to="/incidents/$id" params={{ id: hit.incident }}>
                    {isTitle ? marked : (incident?.summary ?? hit.incident)}
                  </Link>
                  {incident?.visibility === 'private' && <span className={classes.mark}>{t('private')}</span>}
                </div>
                <p className={classes.where}>
                  {t(`kind.${hit.kind}`)} · <time dateTime={hit.at}>{moment(hit.at, locale)}</time>
                  {incident && ` · ${serviceOf(incident.service)}`}
                  {hit.link && (
                    <>
                      {' · '}
                      <a href={hit.link} target="_blank" rel="noreferrer">
                        {t('slack')}
                      </a>
                    </>
                  )}
                </p>
                {!isTitle && <p className={classes.said}>{marked}</p>}
              </li>
            )
          })}
        </ol>
      )}
      <Pager>
        {asked.cursor && (
          <Link to="/search" search={first}>
            {t('first')}
          </Link>
        )}
        {next && (
          <Link to="/search" search={{ ...asked, cursor: next }}>
            {t('next')}
          </Link>
        )}
      </Pager>
    </>
  )
}

const wholeOf = (hit: SearchAnswer['hits'][number]): string => hit.marked.map(({ text }) => text).join('')
