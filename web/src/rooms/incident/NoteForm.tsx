import { Button, Textarea } from '@mantine/core'
import { useRef } from 'react'
import { useWords } from '../../kit/words/words.ts'
import { useAddNote } from './add-note.ts'
import classes from './incident.module.css'
import { texts } from './texts.ts'

/** What is written belongs to the browser until it is sent: an input method composes it. */
export function NoteForm({ id }: { id: string }) {
  const t = useWords(texts)
  const words = useRef<HTMLTextAreaElement>(null)
  const add = useAddNote(id)
  const send = async () => {
    const written = words.current?.value.trim()
    if (!written) return
    await add.mutateAsync(written)
    if (words.current) words.current.value = ''
  }
  return (
    <form
      className={classes.note}
      onSubmit={(event) => {
        event.preventDefault()
        // Its refusal stands at the field.
        void send().catch(() => {})
      }}
    >
      <Textarea ref={words} label={t('note.words')} required maxLength={3000} autosize error={add.error?.message} />
      <Button type="submit" loading={add.isPending}>
        {t('note.send')}
      </Button>
      <span role="status">{add.isSuccess && t('note.sent')}</span>
    </form>
  )
}
