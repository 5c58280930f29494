import { Button, Textarea, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useWords } from '../../../kit/words/words.ts'
import classes from './act.module.css'
import { texts } from './texts.ts'
import { useVerb } from './use-verb.ts'

/** What is written stays in the form where it was refused. */
export function UpdateForm({ id }: { id: string }) {
  const t = useWords(texts)
  const update = useVerb(id, 'update')
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const said = new FormData(form)
    const written = (name: string) => String(said.get(name) ?? '').trim()
    const given = Object.fromEntries(
      ['condition', 'action', 'need'].flatMap((name) => (written(name) ? [[name, written(name)]] : [])),
    )
    const minutes = written('next_minutes')
    update.mutate(
      { ...given, ...(minutes ? { next_minutes: Number(minutes) } : {}) },
      { onSuccess: () => form.reset() },
    )
  }
  return (
    <form className={classes.form} onSubmit={send}>
      <Textarea
        name="condition"
        label={t('condition')}
        required
        maxLength={3000}
        autosize
        error={update.refusal('condition', true)}
      />
      <Textarea name="action" label={t('action')} maxLength={3000} autosize error={update.refusal('action')} />
      <Textarea name="need" label={t('need')} maxLength={3000} autosize error={update.refusal('need')} />
      <TextInput
        name="next_minutes"
        label={t('next')}
        type="number"
        min={1}
        max={1440}
        defaultValue={30}
        error={update.refusal('next_minutes')}
      />
      <Button type="submit" loading={update.isPending}>
        {t('update.send')}
      </Button>
      <span role="status">{update.isSuccess && t('done')}</span>
    </form>
  )
}
