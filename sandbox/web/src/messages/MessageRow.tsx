import { Tooltip } from '@mantine/core'
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs'
import IconPinFilled from '@tabler/icons-react/dist/esm/icons/IconPinFilled.mjs'
import { memo, useState } from 'react'
import type { Message } from '../../../protocol.ts'
import { useWords } from '../i18n/words.ts'
import { Avatar } from '../people/Avatar.tsx'
import { useWorkspace } from '../state/live.ts'
import { clockTime, fullMoment } from '../text/dates.ts'
import { momentOf, useDateStyle } from '../text/viewer.ts'
import type { ThreadSummary } from './group.ts'
import { MessageActions } from './MessageActions.tsx'
import { MessageBody } from './MessageBody.tsx'
import { MessageEditor } from './MessageEditor.tsx'
import styles from './message.module.css'
import { pointAt, pointAway, useIsPointed } from './pointed.ts'
import { Reactions } from './Reactions.tsx'
import { ThreadLink } from './ThreadLink.tsx'

type Props = {
  message: Message
  channel: string
  continued?: boolean
  thread?: ThreadSummary | undefined
  /** In the thread pane there is no thread to open. */
  inThread?: boolean
  lit?: boolean
}

/** A message with everything that can be done to it. */
export const MessageRow = memo(function MessageRow({
  message,
  channel,
  continued = false,
  thread,
  inThread,
  lit,
}: Props) {
  const words = useWords()
  const author = useWorkspace((workspace) => (message.user ? workspace.users.get(message.user) : undefined))
  const pinned = useWorkspace((workspace) => workspace.channels.get(channel)?.pins.includes(message.ts) ?? false)
  const [editing, setEditing] = useState(false)
  // Only the row in use draws its tools: a hundred rows of menus would slow the list and lie in the way of the Tab key.
  const row = `${inThread ? 'thread' : 'channel'} ${message.ts}`
  const pointed = useIsPointed(row)
  const [focused, setFocused] = useState(false)
  const [menuOpen, setMenuOpen] = useState(false)
  const name = message.username ?? author?.real_name ?? words.message.unknownPerson
  return (
    <article
      className={styles.message}
      data-ts={message.ts}
      data-continued={continued || undefined}
      data-ephemeral={message.ephemeral_to !== undefined || undefined}
      data-pinned={pinned || undefined}
      data-lit={lit || undefined}
      aria-label={name}
      tabIndex={-1}
      onMouseOver={() => pointAt(row)}
      onMouseLeave={() => pointAway(row)}
      onFocus={() => setFocused(true)}
      onBlur={(event) => setFocused(event.currentTarget.contains(event.relatedTarget))}
    >
      <div className={styles.side}>
        {continued ? <Time message={message} quiet /> : <Avatar user={author} size={36} />}
      </div>
      <div className={styles.main}>
        {pinned && (
          <div className={styles.note}>
            <IconPinFilled size={12} /> {words.message.pinned}
          </div>
        )}
        {message.ephemeral_to && (
          <div className={styles.note}>
            <IconEye size={13} /> {words.message.onlyYou}
          </div>
        )}
        {!continued && (
          <header className={styles.head}>
            <strong>{name}</strong>
            {(message.bot_id || author?.is_bot) && <span className={styles.badge}>{words.message.app}</span>}
            {author?.title && <span className={styles.title}>{author.title}</span>}
            <Time message={message} />
          </header>
        )}
        {editing ? (
          <MessageEditor message={message} channel={channel} onDone={() => setEditing(false)} />
        ) : (
          <>
            <MessageBody message={message} channel={channel} />
            {message.edited && !message.bot_id && <span className={styles.edited}>{words.message.edited}</span>}
          </>
        )}
        <Reactions message={message} channel={channel} />
        {thread && !inThread && <ThreadLink channel={channel} parent={message.ts} thread={thread} />}
      </div>
      {!editing && (pointed || focused || menuOpen) && (
        <MessageActions
          message={message}
          channel={channel}
          pinned={pinned}
          inThread={inThread ?? false}
          onEdit={() => setEditing(true)}
          onOpenChange={setMenuOpen}
        />
      )}
    </article>
  )
})

function Time({ message, quiet = false }: { message: Message; quiet?: boolean }) {
  const style = useDateStyle()
  const at = momentOf(message.ts)
  return (
    <Tooltip label={fullMoment(at, style)} openDelay={400}>
      <time className={quiet ? styles.quietTime : styles.time} dateTime={at.toISOString()}>
        {clockTime(at, style)}
      </time>
    </Tooltip>
  )
}
