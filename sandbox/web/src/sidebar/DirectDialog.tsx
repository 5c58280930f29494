import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { personItems } from '../blocks/EntityControl.tsx'
import { SelectBox } from '../blocks/SelectBox.tsx'
import { useWords } from '../i18n/words.ts'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'
import type { Route } from '../state/route.ts'
import { usePersonId } from '../state/session.ts'
import { useSearch } from '../state/useSearch.ts'

type Props = { opened: boolean; onClose(): void; onVisit(place: Route): void }

/** Asks with whom to talk. */
export function DirectDialog({ opened, onClose, onVisit }: Props) {
  const words = useWords()
  const [query, setQuery] = useState('')
  useSearch(query)
  const me = usePersonId()
  const users = useWorkspace((workspace) => workspace.users)
  const groups = useMemo(() => [{ items: personItems(users).filter((item) => item.value !== me) }], [users, me])
  const open = async (user: string) => {
    const answer = await act({ do: 'open_dm', user })
    if (!answer.ok) return
    onClose()
    if (answer.channel) onVisit({ page: 'channel', channel: answer.channel })
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.sidebar.newDirect}
      closeButtonProps={{ 'aria-label': words.app.close }}
    >
      <SelectBox
        groups={groups}
        multiple={false}
        value={null}
        onChange={(value) => {
          if (typeof value === 'string') void open(value)
        }}
        label={words.dialog.people}
        placeholder={words.person.search}
        actionId="direct"
        onTyping={setQuery}
        autoFocus
      />
    </Modal>
  )
}
