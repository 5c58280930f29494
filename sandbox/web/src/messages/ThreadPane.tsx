import { ActionIcon } from '@mantine/core'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useEffect, useMemo, useRef } from 'react'
import { Composer } from '../composer/Composer.tsx'
import { useWords } from '../i18n/words.ts'
import { useWorkspace } from '../state/live.ts'
import { go } from '../state/route.ts'
import { usePersonId } from '../state/session.ts'
import { threadOf } from './group.ts'
import { MessageRow } from './MessageRow.tsx'
import styles from './thread.module.css'

type Props = { channel: string; parent: string; name: string; canWrite: boolean }

/** A thread, beside its channel (over it on a phone). */
export function ThreadPane({ channel, parent, name, canWrite }: Props) {
  const words = useWords()
  const me = usePersonId()
  const all = useWorkspace((workspace) => workspace.messages.get(channel))
  const messages = useMemo(() => threadOf(all ?? [], parent, me), [all, parent, me])
  const end = useRef<HTMLDivElement>(null)
  const count = messages.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new reply scrolls into view
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [count, parent])
  const close = () => go({ page: 'channel', channel })
  return (
    <aside
      className={styles.thread}
      aria-label={words.thread.title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <header className={styles.threadHead}>
        <h2>
          {words.thread.title} <small>{name}</small>
        </h2>
        <ActionIcon variant="subtle" color="gray" onClick={close} aria-label={words.thread.close}>
          <IconX size={18} />
        </ActionIcon>
      </header>
      <div className={styles.threadBody}>
        {messages.map((message, index) => (
          <div key={message.ts}>
            <MessageRow message={message} channel={channel} inThread />
            {index === 0 && message.ts === parent && count > 1 && (
              <div className={styles.replyCount}>{words.thread.replies(count - 1)}</div>
            )}
          </div>
        ))}
        {messages[0]?.ts !== parent && <div className={styles.deleted}>{words.message.deleted}</div>}
        <div ref={end} />
      </div>
      {canWrite && <Composer key={parent} channel={channel} thread={parent} label={words.composer.reply} autoFocus />}
    </aside>
  )
}
