import { Button, Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { look } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { type Search, viewQuery } from './search.ts'
import classes from './table.module.css'
import { texts } from './texts.ts'
import { useViews } from './views.ts'

/** Keeps what is looked for now under a name, for oneself or for everybody. */
export function SaveView({ search }: { search: Search }) {
  const t = useWords(texts)
  const found = useQuery(look('/views'))
  const { save } = useViews()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const said = new FormData(form)
    const view = { name: String(said.get('name') ?? '').trim(), query: viewQuery(search), shared: said.has('shared') }
    save.mutate(view, { onSuccess: () => form.reset() })
  }
  return (
    <details className={classes.aside}>
      <summary>{t('views.save')}</summary>
      <form onSubmit={send}>
        <TextInput name="name" label={t('views.name')} required maxLength={60} error={save.error?.message} />
        {found.data?.can.share && <Checkbox name="shared" label={t('views.share')} />}
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('views.send')}
        </Button>
      </form>
    </details>
  )
}
