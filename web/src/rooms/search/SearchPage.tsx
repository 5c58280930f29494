import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { look } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { readAsked } from './asked.ts'
import { SearchForm } from './SearchForm.tsx'
import { SearchView } from './SearchView.tsx'
import { texts } from './texts.ts'

/** Whatever was said and written, found again. */
export function SearchPage() {
  const t = useWords(texts)
  const asked = readAsked(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { data: catalog } = useSuspenseQuery(look('/catalog'))
  const found = useQuery({ ...look('/search', { query: asked }), enabled: asked.q !== undefined })
  return (
    <Page title={t('title')}>
      {/* What is written belongs to the browser: another address begins another form. */}
      <SearchForm
        key={JSON.stringify(asked)}
        asked={asked}
        catalog={catalog}
        onAsk={(next) => void navigate({ to: '/search', search: next })}
      />
      {asked.q === undefined ? (
        <p>{t('how')}</p>
      ) : (
        <Loaded from={found}>{(data) => <SearchView found={data} asked={asked} catalog={catalog} />}</Loaded>
      )}
    </Page>
  )
}
