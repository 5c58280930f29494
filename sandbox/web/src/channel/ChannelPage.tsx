import { Button } from '@mantine/core'
import { useCallback, useEffect, useMemo } from 'react'
import type { ChannelInfo } from '../../../picture.ts'
import { Composer } from '../composer/Composer.tsx'
import { useWords } from '../i18n/words.ts'
import { summarizeThreads, visibleInChannel } from '../messages/group.ts'
import { MessageList } from '../messages/MessageList.tsx'
import { ThreadPane } from '../messages/ThreadPane.tsx'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'
import { markRead } from '../state/reads.ts'
import { go, type Route } from '../state/route.ts'
import { usePersonId } from '../state/session.ts'
import { canSee, channelTitle } from './access.ts'
import { BookmarksBar } from './BookmarksBar.tsx'
import { ChannelHeader } from './ChannelHeader.tsx'
import styles from './channel.module.css'
import { useNewLine } from './useNewLine.ts'

/** A channel: its head, its messages, and where one writes. */
export function ChannelPage({ route }: { route: Route }) {
  const words = useWords()
  const me = usePersonId()
  const id = route.channel ?? ''
  const byName = useWorkspace((workspace) => channelOf(workspace.channels, id))
  const users = useWorkspace((workspace) => workspace.users)
  // A link may name a channel by its name; the address then becomes the lasting one.
  useEffect(() => {
    if (byName && byName.id !== id) go({ ...route, channel: byName.id }, true)
  }, [byName, id, route])
  if (!byName || !canSee(byName, me, users)) return <p className={styles.empty}>{words.channel.notFound}</p>
  // A change of person or channel starts the page anew: its place, its draft, its line of new messages.
  return <Open key={`${byName.id} ${me}`} channel={byName} route={route} />
}

function Open({ channel, route }: { channel: ChannelInfo; route: Route }) {
  const words = useWords()
  const me = usePersonId()
  const users = useWorkspace((workspace) => workspace.users)
  const messages = useWorkspace((workspace) => workspace.messages.get(channel.id)) ?? NONE
  const visible = useMemo(() => visibleInChannel(messages, me), [messages, me])
  const threads = useMemo(() => summarizeThreads(messages), [messages])
  const readUpTo = useNewLine(channel.id, me)
  const name = channelTitle(channel, me, users)
  const isMember = me !== undefined && channel.members.includes(me)
  const canWrite = isMember && !channel.is_archived
  const onSeen = useCallback(
    (ts: string) => {
      if (me && isMember) markRead(me, channel.id, ts)
    },
    [me, isMember, channel.id],
  )
  return (
    <div className={styles.page} data-channel={channel.id}>
      <main className={styles.channel}>
        <ChannelHeader channel={channel} name={name} />
        <BookmarksBar channel={channel} />
        <MessageList
          channel={channel.id}
          messages={visible}
          threads={threads}
          person={me}
          target={route.ts}
          readUpTo={readUpTo}
          label={words.channel.messages(name)}
          start={<Beginning channel={channel} name={name} />}
          onSeen={onSeen}
        />
        {canWrite ? (
          <Composer channel={channel.id} label={words.composer.to(name)} />
        ) : (
          <Closed channel={channel} isMember={isMember} />
        )}
      </main>
      {route.thread && (
        <ThreadPane key={route.thread} channel={channel.id} parent={route.thread} name={name} canWrite={canWrite} />
      )}
    </div>
  )
}

const NONE: never[] = []

/** Links may name a channel by its id or by its name. */
function channelOf(channels: ReadonlyMap<string, ChannelInfo>, id: string): ChannelInfo | undefined {
  const found = channels.get(id)
  if (found) return found
  for (const channel of channels.values()) if (!channel.is_im && channel.name === id) return channel
  return undefined
}

function Beginning({ channel, name }: { channel: ChannelInfo; name: string }) {
  const words = useWords()
  return (
    <div className={styles.beginning}>
      <h2>{name}</h2>
      <p>{channel.is_im ? words.channel.directStart(name) : `${words.channel.start(name)} ${channel.purpose}`}</p>
    </div>
  )
}

/** What stands in the place of the composer where one cannot write. */
function Closed({ channel, isMember }: { channel: ChannelInfo; isMember: boolean }) {
  const words = useWords()
  if (channel.is_archived) {
    return (
      <div className={styles.closed} role="status">
        <span>{words.channel.archived}</span>
        <Button size="compact-sm" variant="default" onClick={() => void act({ do: 'unarchive', channel: channel.id })}>
          {words.channel.unarchive}
        </Button>
      </div>
    )
  }
  if (isMember) return null
  return (
    <div className={styles.closed} role="status">
      <span>{words.channel.preview(channel.name)}</span>
      <Button size="compact-sm" onClick={() => void act({ do: 'join', channel: channel.id })}>
        {words.channel.join}
      </Button>
    </div>
  )
}
