import { useEffect, useState } from 'react'
import { workspaceNow } from '../state/live.ts'
import { readMark } from '../state/reads.ts'
import { countUnread, groupsOf } from '../state/unread.ts'

/**
 * The ts after which messages are new to a person: as it was when the channel was opened, and anew when they come back to a
 * hidden window. Undefined where nothing was; what arrives under their eyes is not new.
 */
export function useNewLine(channel: string, me: string | undefined): string | undefined {
  const [from, setFrom] = useState(() => unreadSince(channel, me))
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') setFrom(unreadSince(channel, me))
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [channel, me])
  return from
}

function unreadSince(channel: string, me: string | undefined): string | undefined {
  if (me === undefined) return undefined
  const { reads, messages, usergroups, channels } = workspaceNow()
  const mark = readMark(reads, me, channel)
  const reader = { id: me, groups: groupsOf(usergroups, me) }
  const direct = channels.get(channel)?.is_im ?? false
  return countUnread(messages.get(channel) ?? [], reader, mark, direct).unread > 0 ? mark || undefined : undefined
}
