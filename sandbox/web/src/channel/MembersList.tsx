import { ActionIcon, TextInput } from '@mantine/core'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useState } from 'react'
import type { ChannelInfo } from '../../../picture.ts'
import { useWords } from '../i18n/words.ts'
import { Avatar } from '../people/Avatar.tsx'
import { filterPeople } from '../people/find.ts'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'
import { usePersonId } from '../state/session.ts'
import styles from './channel.module.css'

const SHOWN = 60

/** Who is in a channel. */
export function MembersList({ channel }: { channel: ChannelInfo }) {
  const words = useWords()
  const me = usePersonId()
  const users = useWorkspace((workspace) => workspace.users)
  const [query, setQuery] = useState('')
  const members = channel.members.flatMap((id) => users.get(id) ?? [])
  const canRemove = me !== undefined && channel.members.includes(me) && !channel.is_archived
  return (
    <section className={styles.sheet} aria-label={words.channel.membersTitle}>
      <h2>{words.channel.members(members.length)}</h2>
      <TextInput
        size="xs"
        mx="sm"
        mb={6}
        placeholder={words.person.search}
        aria-label={words.person.search}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-autofocus
      />
      <ul className={styles.members}>
        {filterPeople(members, query)
          .slice(0, SHOWN)
          .map((user) => (
            <li key={user.id}>
              <Avatar user={user} size={26} />
              <span>
                {user.real_name} <small>@{user.name}</small>
              </span>
              {canRemove && user.id !== me && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={words.channel.remove(user.real_name)}
                  title={words.channel.remove(user.real_name)}
                  onClick={() => void act({ do: 'kick', channel: channel.id, users: [user.id] })}
                >
                  <IconX size={14} />
                </ActionIcon>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}
