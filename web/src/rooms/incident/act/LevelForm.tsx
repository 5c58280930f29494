import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { CatalogAnswer } from '../../../../../src/rooms/api/contract.ts'
import { useLocale } from '../../../kit/words/locale.ts'
import { useWords } from '../../../kit/words/words.ts'
import classes from './act.module.css'
import { texts } from './texts.ts'
import { useVerb } from './use-verb.ts'

export function LevelForm({ id, level, catalog }: { id: string; level: string | null; catalog: CatalogAnswer }) {
  const t = useWords(texts)
  const locale = useLocale()
  const set = useVerb(id, 'set-level')
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    const reason = String(said.get('reason') ?? '').trim()
    set.mutate({ level: said.get('level'), ...(reason ? { reason } : {}) })
  }
  return (
    <form className={classes.form} onSubmit={send}>
      <NativeSelect
        name="level"
        label={t('level.label')}
        defaultValue={level ?? undefined}
        data={catalog.levels.toReversed().map(({ key, name }) => ({ value: key, label: name[locale] }))}
        error={set.refusal('level', true)}
      />
      <TextInput name="reason" label={t('reason')} maxLength={1000} error={set.refusal('reason')} />
      <Button type="submit" loading={set.isPending}>
        {t('level.send')}
      </Button>
      <span role="status">{set.isSuccess && t('done')}</span>
    </form>
  )
}
