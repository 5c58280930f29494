import { Button } from '@mantine/core'
import { useWords } from '../../../kit/words/words.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { CommandForm } from './CommandForm.tsx'
import classes from './command.module.css'
import { texts } from './texts.ts'
import { type Asked, type Form, useCommand } from './use-command.ts'

type Props = {
  id: string
  asked: Asked
  form: Form | null
  onClose(): void
  onDone(said: string | null): void
}

/** Asks what a command asks, or whether it is meant; says what it will tell to whom, and does it. */
export function CommandDialog({ id, asked, form, onClose, onDone }: Props) {
  return (
    <Dialog title={form?.title ?? asked.label} onClose={onClose}>
      {form ? (
        <CommandForm id={id} asked={asked} form={form} onClose={onClose} onDone={onDone} />
      ) : (
        <Sure id={id} asked={asked} onClose={onClose} onDone={onDone} />
      )}
    </Dialog>
  )
}

function Sure({ id, asked, onClose, onDone }: Omit<Props, 'form'>) {
  const t = useWords(texts)
  const command = useCommand(id)
  return (
    <>
      <p className={classes.said}>{asked.sure}</p>
      <p role="alert" className={classes.refused}>
        {command.error?.message}
      </p>
      <div className={classes.buttons}>
        <Button
          loading={command.isPending}
          onClick={() => command.mutate({ asked }, { onSuccess: ({ said }) => onDone(said) })}
        >
          {asked.label}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </>
  )
}
