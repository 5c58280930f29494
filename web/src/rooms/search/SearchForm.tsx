import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { CatalogAnswer } from '../../../../src/rooms/api/contract.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { type Asked, kinds, readAsked } from './asked.ts'
import classes from './search.module.css'
import { texts } from './texts.ts'

type Props = { asked: Asked; catalog: CatalogAnswer; onAsk(asked: Asked): void }

/** What somebody looks for, and where. It counts when it is sent, by the button or by Enter. */
export function SearchForm({ asked, catalog, onAsk }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onAsk(readAsked(Object.fromEntries(new FormData(event.currentTarget))))
  }
  return (
    <search aria-label={t('form')}>
      <form className={classes.form} onSubmit={send}>
        <TextInput
          className={classes.words}
          name="q"
          type="search"
          label={t('q')}
          placeholder={t('q.hint')}
          defaultValue={asked.q ?? ''}
          maxLength={200}
        />
        <NativeSelect
          name="kind"
          label={t('kind')}
          defaultValue={asked.kind ?? ''}
          data={[{ value: '', label: t('any') }, ...kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))]}
        />
        <NativeSelect
          name="service"
          label={t('service')}
          defaultValue={asked.service ?? ''}
          data={[
            { value: '', label: t('any.service') },
            ...catalog.services.map(({ key, name }) => ({ value: key, label: name[locale] })),
          ]}
        />
        <TextInput name="from" type="date" label={t('from')} defaultValue={asked.from ?? ''} />
        <TextInput name="to" type="date" label={t('to')} defaultValue={asked.to ?? ''} />
        <Button type="submit">{t('find')}</Button>
      </form>
    </search>
  )
}
