import { Button, Group, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ChannelInfo } from '../../../picture.ts'
import { personItems } from '../blocks/EntityControl.tsx'
import { SelectBox } from '../blocks/SelectBox.tsx'
import { useWords } from '../i18n/words.ts'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'
import { useSearch } from '../state/useSearch.ts'

/** Asks whom to bring into a channel. */
export function InviteDialog({ channel, opened, onClose }: { channel: ChannelInfo; opened: boolean; onClose(): void }) {
  const words = useWords()
  const [query, setQuery] = useState('')
  useSearch(query)
  const users = useWorkspace((workspace) => workspace.users)
  const [chosen, setChosen] = useState<string[]>([])
  const groups = useMemo(
    () => [{ items: personItems(users).filter((item) => !channel.members.includes(item.value)) }],
    [users, channel.members],
  )
  const submit = async () => {
    const answer = await act({ do: 'invite', channel: channel.id, users: chosen })
    if (!answer.ok) return
    setChosen([])
    onClose()
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.dialog.inviteTitle(channel.name)}
      centered
      closeButtonProps={{ 'aria-label': words.app.close }}
    >
      <SelectBox
        groups={groups}
        multiple
        value={chosen}
        onChange={(value) => setChosen(Array.isArray(value) ? value : [])}
        label={words.dialog.people}
        placeholder={words.block.chooseUser}
        actionId="invite"
        onTyping={setQuery}
        autoFocus
      />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {words.app.cancel}
        </Button>
        <Button onClick={() => void submit()} disabled={chosen.length === 0}>
          {words.dialog.invite}
        </Button>
      </Group>
    </Modal>
  )
}
