import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { look } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { FilterBar } from './FilterBar.tsx'
import { IncidentsView } from './IncidentsView.tsx'
import { SavedViews } from './SavedViews.tsx'
import { fromTheFirst, lookFor, readSearch, type Search } from './search.ts'
import { texts } from './texts.ts'

/** All that ever was, narrowed to what somebody looks for. */
export function IncidentsPage() {
  const t = useWords(texts)
  const search = readSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { data: catalog } = useSuspenseQuery(look('/catalog'))
  const found = useQuery({ ...lookFor(search), placeholderData: keepPreviousData })
  const change = (changed: Search) => void navigate({ to: '/incidents', search: fromTheFirst(search, changed) })
  return (
    <Page title={t('title')}>
      <SavedViews search={search} />
      <FilterBar search={search} catalog={catalog} onChange={change} />
      <Loaded from={found}>
        {(data) => <IncidentsView found={data} search={search} catalog={catalog} onChange={change} />}
      </Loaded>
    </Page>
  )
}
