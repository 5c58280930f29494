import { Link } from '@tanstack/react-router'
import type { CatalogAnswer, Looks } from '../../../../src/rooms/api/contract.ts'
import { addressOf } from '../../kit/api/address.ts'
import { useWords } from '../../kit/words/words.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { IncidentRow } from './IncidentRow.tsx'
import { OrderChoice } from './OrderChoice.tsx'
import { SaveView } from './SaveView.tsx'
import { columnsIn, exportOf, filtersIn, fromTheFirst, type Search } from './search.ts'
import classes from './table.module.css'
import { texts } from './texts.ts'

type Props = {
  found: Looks['/incidents']
  search: Search
  catalog: CatalogAnswer
  onChange(changed: Search): void
}

/** What was found: a table on wide screens, and on narrow ones each row as a block of its own. */
export function IncidentsView({ found, search, catalog, onChange }: Props) {
  const t = useWords(texts)
  const { incidents, people, next } = found
  const columns = columnsIn(search)
  return (
    <>
      <div className={classes.above}>
        <p className={classes.apart}>
          {!search.kind && (
            <>
              {t('apart')}{' '}
              <Link to="/incidents" search={fromTheFirst(search, { kind: 'all' })}>
                {t('apart.show')}
              </Link>
            </>
          )}
        </p>
        <SaveView search={search} />
        <ColumnChoice search={search} onChange={onChange} />
        <OrderChoice sort={search.sort} onChange={onChange} />
        <a href={addressOf(exportOf(search, 'csv'))} download>
          {t('csv')}
        </a>
        <a href={addressOf(exportOf(search, 'json'))} download>
          {t('json')}
        </a>
      </div>
      {incidents.length === 0 ? (
        <Empty title={t('none')}>{filtersIn(search).length > 0 && t('none.filtered')}</Empty>
      ) : (
        <table className={classes.table} aria-label={t('table')}>
          <thead>
            <tr>
              {columns.has('declared') && <th scope="col">{t('declared')}</th>}
              {columns.has('status') && <th scope="col">{t('status')}</th>}
              {columns.has('level') && <th scope="col">{t('level')}</th>}
              {columns.has('service') && <th scope="col">{t('service')}</th>}
              <th scope="col">{t('summary')}</th>
              {columns.has('lasted') && <th scope="col">{t('lasted')}</th>}
              {columns.has('handler') && <th scope="col">{t('handler')}</th>}
            </tr>
          </thead>
          <tbody>
            {incidents.map((incident) => (
              <IncidentRow key={incident.id} incident={incident} people={people} catalog={catalog} columns={columns} />
            ))}
          </tbody>
        </table>
      )}
      <Pager>
        {search.cursor && (
          <Link to="/incidents" search={fromTheFirst(search)}>
            {t('first')}
          </Link>
        )}
        {next && (
          <Link to="/incidents" search={{ ...search, cursor: next }}>
            {t('next')}
          </Link>
        )}
      </Pager>
    </>
  )
}
