import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Refused } from '../../../kit/api/look.ts'
import { moment } from '../../../kit/time/words.ts'
import { useLocale } from '../../../kit/words/locale.ts'
import { useWords } from '../../../kit/words/words.ts'
import classes from './command.module.css'
import { Field } from './Field.tsx'
import { texts } from './texts.ts'
import { type Asked, askForm, type Form, isCrossed, useCommand } from './use-command.ts'
import { filledIn, valueWords } from './values.ts'

type Props = { id: string; asked: Asked; form: Form; onClose(): void; onDone(said: string | null): void }

const fieldsOf = ({ parts }: Form) => parts.flatMap((part) => (part.is === 'said' ? [] : [part]))

/** A form as Slack has it. Where somebody else was quicker, what was written stays, and beside it stands what there is now. */
export function CommandForm({ id, asked, form, onClose, onDone }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const queries = useQueryClient()
  const command = useCommand(id)
  const [newest, settle] = useState(form)
  const fields = fieldsOf(form)
  const nowOf = (field: (typeof fields)[number]) => {
    const other = fieldsOf(newest).find((each) => each.id === field.id)
    if (!other || JSON.stringify(other.initial) === JSON.stringify(field.initial)) return undefined
    return valueWords(other, (iso) => moment(iso, locale))
  }
  const problem = command.error instanceof Refused ? command.error.problem : undefined
  const about = fields.find((field) => field.id === problem?.field)?.id
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { argument, seen } = newest
    command.mutate(
      { asked, argument, seen, ...filledIn(event.currentTarget, fields) },
      {
        onSuccess: ({ said }) => onDone(said),
        onError: async (error) => {
          const anew = isCrossed(error) ? await askForm(queries, id, asked) : null
          if (anew) settle(anew)
        },
      },
    )
  }
  return (
    <form onSubmit={send} className={classes.form}>
      {form.parts.map((part) =>
        part.is === 'said' ? (
          <p key={part.words} className={classes.said}>
            {part.words}
          </p>
        ) : (
          <Field
            key={part.id}
            field={part}
            now={nowOf(part)}
            error={part.id === about ? command.error?.message : undefined}
          />
        ),
      )}
      <p role="alert" className={classes.refused}>
        {about === undefined && command.error?.message}
      </p>
      <div className={classes.buttons}>
        <Button type="submit" loading={command.isPending}>
          {form.submit}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
