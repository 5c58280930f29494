import { Button, Checkbox, CloseButton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FormEvent } from 'react'
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
  const { save, remove } = useViews()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const said = new FormData(form)
    const view = { name: String(said.get('name') ?? '').trim(), query: viewQuery(search), shared: said.has('shared') }
    save.mutate(view, { onSuccess: () => form.reset() })
  }
  if (!found.data) return null
  const { views, can } = found.data
  return (
    <nav aria-label={t('views')} className={classes.views}>
      {views.length > 0 && (
        <ul>
          {views.map(({ id, name, query, shared, by, can_remove }) => (
            <li key={id}>
              <Link
                to="/incidents"
                search={readSearch(Object.fromEntries(new URLSearchParams(query)))}
                aria-current={query === viewQuery(search) ? 'true' : undefined}
                activeOptions={{ exact: true, includeSearch: true }}
              >
                {name}
              </Link>
              {shared && <span>{t('views.by', { by })}</span>}
              {can_remove && (
                <CloseButton size="sm" aria-label={t('views.remove', { name })} onClick={() => remove.mutate(id)} />
              )}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('views.save')}</summary>
        <form onSubmit={send}>
          <TextInput name="name" label={t('views.name')} required maxLength={60} error={save.error?.message} />
          {can.share && <Checkbox name="shared" label={t('views.share')} />}
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('views.send')}
          </Button>
        </form>
      </details>
    </nav>
  )
}
