import { Link } from '@tanstack/react-router'
import type { CatalogAnswer, IncidentAnswer } from '../../../../src/rooms/api/contract.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { lasting, moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import type { Column } from './search.ts'
import classes from './table.module.css'
import { texts } from './texts.ts'

type Props = {
  incident: IncidentAnswer
  people: Readonly<Record<string, string>>
  catalog: CatalogAnswer
  columns: ReadonlySet<Column>
}

export function IncidentRow({ incident, people, catalog, columns }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const level = catalog.levels.find(({ key }) => key === incident.level)
  const service = catalog.services.find(({ key }) => key === incident.service)?.name[locale] ?? incident.service
  const began = incident.occurred_at ?? incident.detected_at ?? incident.declared_at
  const lasted = incident.recovered_at && lasting(Date.parse(incident.recovered_at) - Date.parse(began), locale)
  const isOpen = incident.status === 'responding'
  return (
    <tr>
      {columns.has('declared') && (
        <td data-name={t('declared')}>
          <time dateTime={incident.declared_at}>{moment(incident.declared_at, locale)}</time>
        </td>
      )}
      {columns.has('status') && (
        <td data-name={t('status')}>
          <span className={classes.status} data-status={incident.status}>
            {t(`status.${incident.status}`)}
          </span>
        </td>
      )}
      {columns.has('level') && (
        <td data-name={t('level')}>
          <span className={classes.level} style={{ borderColor: level?.color ?? 'var(--line)' }}>
            {level?.name[locale] ?? incident.level ?? t('level.none')}
          </span>
        </td>
      )}
      {columns.has('service') && <td data-name={t('service')}>{service}</td>}
      <td className={classes.summary}>
        {incident.kind !== 'real' && <span className={classes.mark}>{t(incident.kind)}</span>}
        {incident.visibility === 'private' && <span className={classes.mark}>{t('private')}</span>}
        <Link to="/incidents/$id" params={{ id: incident.id }}>
          {incident.summary}
        </Link>
      </td>
      {columns.has('lasted') && (
        <td data-name={t('lasted')} className={classes.named}>
          {lasted ?? (isOpen ? <SoFar since={began} /> : '—')}
        </td>
      )}
      {columns.has('handler') && (
        <td data-name={t('handler')} className={classes.named}>
          {incident.handler ? (people[incident.handler] ?? incident.handler) : '—'}
        </td>
      )}
    </tr>
  )
}

/** How long it goes on by now. */
function SoFar({ since }: { since: string }) {
  const t = useWords(texts)
  const locale = useLocale()
  const now = useBotTime()
  return t('lasted.open', { lasted: lasting(now - Date.parse(since), locale) })
}
