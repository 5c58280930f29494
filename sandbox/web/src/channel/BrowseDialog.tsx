import { Button, Checkbox, Modal, TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'
import { go } from '../state/route.ts'
import { usePersonId } from '../state/session.ts'
import { useSearch } from '../state/useSearch.ts'
import { PlainText } from '../text/PlainText.tsx'
import { canSee } from './access.ts'
import styles from './channel.module.css'

/** More rows than anybody reads; searching finds the rest. */
const SHOWN = 100

/** All channels that a person can see, joined or not. */
export function BrowseDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const words = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.dialog.browseTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': words.app.close }}
    >
      {opened && <Browse onClose={onClose} />}
    </Modal>
  )
}

function Browse({ onClose }: { onClose(): void }) {
  const words = useWords()
  const me = usePersonId()
  const channels = useWorkspace((workspace) => workspace.channels)
  const users = useWorkspace((workspace) => workspace.users)
  const [query, setQuery] = useState('')
  useSearch(query)
  const [archived, setArchived] = useState(false)
  const wanted = query.normalize('NFKC').toLowerCase().replace(/^#/, '')
  const all = [...channels.values()]
    .filter((channel) => !channel.is_im && canSee(channel, me, users) && (archived || !channel.is_archived))
    .filter((channel) => `${channel.name} ${channel.topic} ${channel.purpose}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'ja'))
  const found = all.slice(0, SHOWN)
  return (
    <>
      <TextInput
        placeholder={words.dialog.browseSearch}
        aria-label={words.dialog.browseSearch}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-autofocus
      />
      <Checkbox
        mt="xs"
        size="xs"
        label={words.dialog.showArchived}
        checked={archived}
        onChange={(event) => setArchived(event.currentTarget.checked)}
      />
      <ul className={styles.browse}>
        {found.map((channel) => {
          const joined = me !== undefined && channel.members.includes(me)
          const about = channel.purpose || channel.topic
          return (
            <li key={channel.id} data-channel={channel.id}>
              <UnstyledButton
                onClick={() => {
                  go({ page: 'channel', channel: channel.id })
                  onClose()
                }}
              >
                <strong>
                  {channel.is_private ? '🔒' : '#'}
                  {channel.name}
                </strong>
                <small>
                  {channel.is_archived && `${words.dialog.archived} · `}
                  {joined && !channel.is_archived && `${words.dialog.joined} · `}
                  {words.channel.members(channel.members.length)}
                  {about && ' · '}
                  <PlainText text={about} />
                </small>
              </UnstyledButton>
              {!joined && !channel.is_archived && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => void act({ do: 'join', channel: channel.id })}
                >
                  {words.channel.join}
                </Button>
              )}
            </li>
          )
        })}
        {found.length === 0 && <li>{words.dialog.noChannels}</li>}
        {all.length > found.length && <li>{words.dialog.searchMore(found.length)}</li>}
      </ul>
    </>
  )
}
