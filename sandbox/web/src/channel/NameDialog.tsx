import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ActAnswer } from '../../../protocol.ts'
import { sayError, useWords } from '../i18n/words.ts'

type Props = {
  opened: boolean
  onClose(): void
  title: string
  first: string
  yes: string
  askPrivate?: boolean
  onName(name: string, isPrivate: boolean): Promise<ActAnswer>
}

/** Asks for a channel's name; what is refused stays to be corrected. */
export function NameDialog({ opened, onClose, title, ...props }: Props) {
  const words = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': words.app.close }}
    >
      {opened && <NameForm {...props} onClose={onClose} />}
    </Modal>
  )
}

function NameForm({ first, yes, askPrivate = false, onName, onClose }: Omit<Props, 'opened' | 'title'>) {
  const words = useWords()
  const [name, setName] = useState(first)
  const [isPrivate, setPrivate] = useState(false)
  const [error, setError] = useState<string>()
  const submit = async () => {
    const answer = await onName(name.trim().replace(/^#/, ''), isPrivate)
    if (answer.ok) onClose()
    else setError(sayError(words, answer.error))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextInput
        label={words.dialog.name}
        description={words.dialog.nameHint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        leftSection="#"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={error}
        maxLength={80}
        data-autofocus
      />
      {askPrivate && (
        <Checkbox
          mt="md"
          label={words.dialog.private}
          checked={isPrivate}
          onChange={(event) => setPrivate(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {words.app.cancel}
        </Button>
        <Button type="submit" disabled={name.trim() === '' || name === first}>
          {yes}
        </Button>
      </Group>
    </form>
  )
}
