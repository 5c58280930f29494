import { useQuery } from '@tanstack/react-query'
import { look } from '../../kit/api/look.ts'
import { moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import classes from './history.module.css'
import { texts } from './texts.ts'

/** Who read a private incident. */
export function ReadingsView({ id }: { id: string }) {
  const t = useWords(texts)
  const locale = useLocale()
  const readings = useQuery(look('/incidents/{id}/readings', { path: { id } }))
  return (
    <section aria-labelledby="readings" className={classes.readings}>
      <h2 id="readings">{t('readings')}</h2>
      <p>{t('readings.lead')}</p>
      <Loaded from={readings}>
        {(data) => (
          <ul>
            {data.readings.map(({ who, what, at, token }) => (
              <li key={`${who.id} ${what} ${at}`}>
                <time dateTime={at}>{moment(at, locale)}</time> {who.name} · {t(`read.${what}`)}
                {token && ` · ${t('door.token', { token })}`}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}
