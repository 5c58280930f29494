import { useEffect } from 'react'
import { canSee, joinedChannels } from './channel/access.ts'
import { useWorkspace, workspaceNow } from './state/live.ts'
import { go, useRoute } from './state/route.ts'
import { usePersonId } from './state/session.ts'

/** Leads whoever comes without a place to #general, or to the first channel they are in. */
export function useFirstPlace(): void {
  const route = useRoute()
  const me = usePersonId()
  const gone = useWorkspace(
    ({ channels }) => route.channel !== undefined && channels.size > 0 && !known(channels, route.channel),
  )
  useEffect(() => {
    if (route.page !== 'start' && !gone) return
    const { channels, users } = workspaceNow()
    const joined = joinedChannels(channels, me).filter((channel) => canSee(channel, me, users))
    const place = joined.find((channel) => channel.name === 'general') ?? joined[0]
    if (place) go({ page: 'channel', channel: place.id }, true)
  }, [route.page, gone, me])
}

function known(channels: ReadonlyMap<string, { name: string }>, id: string): boolean {
  return channels.has(id) || [...channels.values()].some((channel) => channel.name === id)
}
