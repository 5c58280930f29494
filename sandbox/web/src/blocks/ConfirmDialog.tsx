import { Button, Group, Modal } from '@mantine/core'
import { useWords } from '../i18n/words.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { PlainText } from '../text/PlainText.tsx'
import { useAsked } from './confirm.ts'

/** The one place where questions are shown. */
export function ConfirmDialog() {
  const asked = useAsked()
  const words = useWords()
  return (
    <Modal
      opened={asked !== undefined}
      onClose={() => asked?.answer(false)}
      title={asked && <PlainText text={asked.title} />}
      size="sm"
      centered
      zIndex={400}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': words.app.close }}
    >
      {asked?.mrkdwn ? <Mrkdwn text={asked.text} /> : <PlainText text={asked?.text ?? ''} />}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => asked?.answer(false)}>
          {asked?.no}
        </Button>
        <Button color={asked?.danger ? 'red' : 'mizu'} onClick={() => asked?.answer(true)} data-autofocus>
          {asked?.yes}
        </Button>
      </Group>
    </Modal>
  )
}
