import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { look } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { readSearch, type Search, viewQuery } from './search.ts'
import classes from './table.module.css'
import { texts } from './texts.ts'
import { useViews } from './views.ts'

/** What whoever looks has saved, and what others share: a name and an address. */
export function SavedViews({ search }: { search: Search }) {
  const t = useWords(texts)
  const found = useQuery(look('/views'))
  const { remove } = useViews()
  const views = found.data?.views ?? []
  if (views.length === 0) return null
  return (
    <nav aria-label={t('views')} className={classes.views}>
      <ul>
        {views.map(({ id, name, query, shared, by, can_remove }) => (
          <li key={id}>
            <Link
              to="/incidents"
              search={readSearch(Object.fromEntries(new URLSearchParams(query)))}
              aria-current={query === viewQuery(search) ? 'true' : undefined}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {/* What a name does to the direction of writing ends with it. */}
              <bdi>{name}</bdi>
            </Link>
            {shared && <span>{t('views.by', { by })}</span>}
            {can_remove && (
              <CloseButton size="sm" aria-label={t('views.remove', { name })} onClick={() => remove.mutate(id)} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
