import type { EntryAnswer } from '../../../../src/rooms/api/contract.ts'
import { moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import classes from './incident.module.css'
import { texts } from './texts.ts'

/** What happened, in its order, with the way to what proves it. */
export function TimelineView({ entries }: { entries: readonly EntryAnswer[] }) {
  const t = useWords(texts)
  const locale = useLocale()
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline')}</h2>
      {entries.length === 0 && <p className={classes.soft}>{t('timeline.none')}</p>}
      <ol className={classes.timeline}>
        {entries.map(({ id, at, words, permalink, changes, files }) => (
          <li key={id}>
            <time dateTime={at}>{moment(at, locale)}</time>
            <span>
              {words}
              {changes.length > 0 && <span className={classes.soft}> ({t('edited')})</span>}
              {permalink && (
                <>
                  {' '}
                  <a href={permalink}>{t('evidence')}</a>
                </>
              )}
              {files.map((file) => (
                <a key={file.permalink} href={file.permalink}>
                  {' '}
                  {file.name}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
