import { useEffect } from 'react'
import { canSee, channelTitle } from './channel/access.ts'
import { useWorkspace } from './state/live.ts'
import { readMark } from './state/reads.ts'
import { useRoute } from './state/route.ts'
import { usePersonId } from './state/session.ts'
import { countUnread, groupsOf } from './state/unread.ts'
import type { Workspace } from './state/workspace.ts'

/** The window's title: how much calls for this person, where they are, and which workspace it is. */
export function usePageTitle(): void {
  const route = useRoute()
  const me = usePersonId()
  const title = useWorkspace((workspace) => {
    const channel = route.channel ? workspace.channels.get(route.channel) : undefined
    const place = channel ? channelTitle(channel, me, workspace.users) : workspace.app.name
    const count = me ? unreadChannels(workspace, me) : 0
    return `${count > 0 ? `(${count}) ` : ''}${place} – ${workspace.team.name}`
  })
  useEffect(() => {
    document.title = title
  }, [title])
}

/** In how many of a person's channels something is new. */
function unreadChannels(workspace: Workspace, me: string): number {
  const reader = { id: me, groups: groupsOf(workspace.usergroups, me) }
  let count = 0
  for (const channel of workspace.channels.values()) {
    if (channel.is_archived || !channel.members.includes(me) || !canSee(channel, me, workspace.users)) continue
    const mark = readMark(workspace.reads, me, channel.id)
    const last = workspace.messages.get(channel.id)?.at(-1)
    if (!last || last.ts <= mark) continue
    if (countUnread(workspace.messages.get(channel.id) ?? [], reader, mark, channel.is_im ?? false).unread > 0) count++
  }
  return count
}
