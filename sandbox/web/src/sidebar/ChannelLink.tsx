import IconHash from '@tabler/icons-react/dist/esm/icons/IconHash.mjs'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { memo, type ReactNode, useMemo } from 'react'
import type { ChannelInfo } from '../../../picture.ts'
import { channelTitle, otherOf } from '../channel/access.ts'
import { useWords } from '../i18n/words.ts'
import { Avatar } from '../people/Avatar.tsx'
import { useWorkspace } from '../state/live.ts'
import { readMark } from '../state/reads.ts'
import { type Route, routePath } from '../state/route.ts'
import { usePersonId } from '../state/session.ts'
import { countUnread, groupsOf } from '../state/unread.ts'
import styles from './sidebar.module.css'

type Props = { channel: ChannelInfo; current: boolean; onVisit(place: Route): void }

/** A channel or direct message in the sidebar: bold while something in it is new, with a number where one is named. */
export const ChannelLink = memo(function ChannelLink({ channel, current, onVisit }: Props) {
  const words = useWords()
  const me = usePersonId()
  const users = useWorkspace((workspace) => workspace.users)
  const messages = useWorkspace((workspace) => workspace.messages.get(channel.id))
  const mark = useWorkspace((workspace) => (me ? readMark(workspace.reads, me, channel.id) : ''))
  const usergroups = useWorkspace((workspace) => workspace.usergroups)
  const groups = useMemo(() => groupsOf(usergroups, me ?? ''), [usergroups, me])
  const { unread, mentions } = countUnread(messages ?? [], { id: me ?? '', groups }, mark, channel.is_im ?? false)
  const name = channel.is_im ? channelTitle(channel, me, users) : channel.name
  const other = channel.is_im ? users.get(otherOf(channel, me) ?? '') : undefined
  const said = unread > 0 ? `, ${mentions > 0 ? words.sidebar.mentions(mentions) : words.sidebar.unread(unread)}` : ''
  const kind = channel.is_private && !channel.is_im ? `, ${words.sidebar.private}` : ''
  return (
    <PlaceLink
      place={{ page: 'channel', channel: channel.id }}
      current={current}
      icon={
        channel.is_im ? (
          <Avatar user={other} size={18} />
        ) : channel.is_private ? (
          <IconLock size={15} />
        ) : (
          <IconHash size={16} />
        )
      }
      label={name}
      spoken={`${name}${kind}${said}`}
      unread={unread > 0}
      badge={mentions}
      onVisit={onVisit}
      channel={channel.id}
    />
  )
})

type PlaceProps = {
  place: Route
  current: boolean
  icon: ReactNode
  label: string
  /** The accessible name, where it says more than the label. */
  spoken?: string
  unread?: boolean
  badge?: number
  channel?: string
  onVisit(place: Route): void
}

export function PlaceLink({ place, current, icon, label, spoken, unread, badge, channel, onVisit }: PlaceProps) {
  return (
    <a
      className={styles.link}
      href={routePath(place)}
      aria-current={current ? 'page' : undefined}
      aria-label={spoken}
      data-channel={channel}
      data-unread={unread || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onVisit(place)
      }}
    >
      {icon}
      <span className={styles.label}>{label}</span>
      {badge !== undefined && badge > 0 && <span className={styles.badge}>{badge}</span>}
    </a>
  )
}
