import { UnstyledButton } from '@mantine/core'
import { useWords } from '../i18n/words.ts'
import { Avatar } from '../people/Avatar.tsx'
import { useWorkspace } from '../state/live.ts'
import { go, routeNow } from '../state/route.ts'
import { ago } from '../text/dates.ts'
import { momentOf, useDateStyle } from '../text/viewer.ts'
import type { ThreadSummary } from './group.ts'
import styles from './thread.module.css'

/** The way from a parent to its thread: who answered, how often, when last. */
export function ThreadLink({ channel, parent, thread }: { channel: string; parent: string; thread: ThreadSummary }) {
  const words = useWords()
  const style = useDateStyle()
  const users = useWorkspace((workspace) => workspace.users)
  return (
    <UnstyledButton className={styles.threadLink} onClick={() => openThread(channel, parent)}>
      {thread.people.slice(0, 4).map((id) => (
        <Avatar key={id} user={users.get(id)} size={20} />
      ))}
      <strong>{words.message.replies(thread.replies)}</strong>
      <span>{words.message.lastReply(ago(momentOf(thread.last), style, new Date()))}</span>
    </UnstyledButton>
  )
}

/** Opens a thread beside the channel. */
export function openThread(channel: string, parent: string): void {
  const { ts } = routeNow()
  go({ page: 'channel', channel, thread: parent, ...(ts && { ts }) })
}
