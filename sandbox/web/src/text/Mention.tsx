import { useWords } from '../i18n/words.ts'
import { useWorkspace } from '../state/live.ts'
import { usePersonId } from '../state/session.ts'
import { useSearch } from '../state/useSearch.ts'
import { emojiChar } from './emoji.ts'
import { PlaceLink } from './PlaceLink.tsx'
import styles from './text.module.css'

export function UserMention({ id }: { id: string }) {
  const user = useWorkspace((workspace) => workspace.users.get(id))
  const me = usePersonId()
  useSearch(user ? '' : id)
  return (
    <span className={styles.mention} data-self={id === me || undefined} title={user ? `@${user.name}` : undefined}>
      @{user?.real_name ?? id}
    </span>
  )
}

export function ChannelMention({ id, label }: { id: string; label?: string | undefined }) {
  const channel = useWorkspace((workspace) => workspace.channels.get(id))
  const name = channel?.name ?? label ?? id
  if (!channel) return <span className={styles.mention}>#{name}</span>
  return (
    <PlaceLink className={styles.mention} place={{ page: 'channel', channel: id }}>
      {channel.is_private ? '🔒' : '#'}
      {name}
    </PlaceLink>
  )
}

export function GroupMention({ id, label }: { id: string; label?: string | undefined }) {
  const group = useWorkspace((workspace) => workspace.usergroups.get(id))
  const me = usePersonId()
  const mine = me !== undefined && group?.users.includes(me)
  const name = group?.handle ?? label?.replace(/^@/, '') ?? id
  return (
    <span className={styles.mention} data-self={mine || undefined} title={group?.name}>
      @{name}
    </span>
  )
}

/** `@here`, `@channel` or `@everyone`: they call everybody, so they look like being called. */
export function Broadcast({ range }: { range: string }) {
  return (
    <span className={styles.mention} data-self>
      @{range.split('|')[0]?.split('^')[0]}
    </span>
  )
}

export function Emoji({ name }: { name: string }) {
  const char = emojiChar(name)
  if (!char) return <>{`:${name}:`}</>
  return (
    <span className={styles.emoji} role="img" aria-label={name} title={`:${name}:`}>
      {char}
    </span>
  )
}

/** The name of a person wherever a sentence needs one. */
export function usePersonName(id: string | undefined): string {
  const words = useWords()
  return (
    useWorkspace((workspace) => (id ? workspace.users.get(id)?.real_name : undefined)) ?? words.message.unknownPerson
  )
}
