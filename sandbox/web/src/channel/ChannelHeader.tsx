import { ActionIcon, Button, Popover } from '@mantine/core'
import IconHash from '@tabler/icons-react/dist/esm/icons/IconHash.mjs'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import IconMenu2 from '@tabler/icons-react/dist/esm/icons/IconMenu2.mjs'
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs'
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs'
import type { ReactNode } from 'react'
import type { ChannelInfo } from '../../../picture.ts'
import { AppTabs } from '../home/AppTabs.tsx'
import { useWords } from '../i18n/words.ts'
import { Avatar } from '../people/Avatar.tsx'
import { openSidebar } from '../sidebar/drawer.ts'
import { useWorkspace } from '../state/live.ts'
import { usePersonId } from '../state/session.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { otherOf } from './access.ts'
import { ChannelMenu } from './ChannelMenu.tsx'
import styles from './channel.module.css'
import { MembersList } from './MembersList.tsx'
import { PinsList } from './PinsList.tsx'

/** The name, the topic, who is in it, what is pinned, and what can be done with the channel. */
export function ChannelHeader({ channel, name }: { channel: ChannelInfo; name: string }) {
  const words = useWords()
  const me = usePersonId()
  const other = useWorkspace((workspace) => workspace.users.get(otherOf(channel, me) ?? ''))
  return (
    <header className={styles.header}>
      <BurgerButton />
      <h1 className={styles.name}>
        {channel.is_im ? (
          <Avatar user={other} size={24} />
        ) : channel.is_private ? (
          <IconLock size={17} aria-label={words.channel.private} />
        ) : (
          <IconHash size={18} aria-hidden />
        )}
        <span>{channel.is_im ? name : channel.name}</span>
      </h1>
      {channel.is_im && other?.is_bot && <AppTabs value="messages" />}
      <Rules channel={channel} />
      <div className={styles.topic}>{channel.topic && <Mrkdwn text={channel.topic} />}</div>
      <Sheet
        label={words.channel.pins(channel.pins.length)}
        count={channel.pins.length}
        icon={<IconPin size={16} />}
        list={<PinsList channel={channel} />}
      />
      {!channel.is_im && (
        <>
          <Sheet
            label={words.channel.members(channel.members.length)}
            count={channel.members.length}
            icon={<IconUsers size={16} />}
            list={<MembersList channel={channel} />}
          />
          <ChannelMenu channel={channel} />
        </>
      )}
    </header>
  )
}

/** With whom the channel is shared, and what may not be written there. */
function Rules({ channel: { shared, posting } }: { channel: ChannelInfo }) {
  const { shared: sharedWords, posting: postingWords } = useWords().channel
  const rules = [...(shared ? [sharedWords[shared]] : []), ...(posting ? [postingWords[posting]] : [])]
  return rules.map((rule) => (
    <span key={rule} className={styles.rule}>
      {rule}
    </span>
  ))
}

type SheetProps = { label: string; count: number; icon: ReactNode; list: ReactNode }

/** A number that opens the list of what it counts. */
function Sheet({ label, count, icon, list }: SheetProps) {
  return (
    <Popover position="bottom-end" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" className={styles.count} aria-label={label}>
          {icon} <span>{count}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>{list}</Popover.Dropdown>
    </Popover>
  )
}

/** Opens the sidebar where the window is too narrow to hold it. */
export function BurgerButton() {
  const words = useWords()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      hiddenFrom="sm"
      onClick={openSidebar}
      aria-label={words.app.openSidebar}
    >
      <IconMenu2 size={20} />
    </ActionIcon>
  )
}
