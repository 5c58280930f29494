import { ActionIcon, Menu } from '@mantine/core'
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs'
import { useState } from 'react'
import type { ChannelInfo } from '../../../picture.ts'
import { ask } from '../blocks/confirm.ts'
import { useWords } from '../i18n/words.ts'
import { act } from '../state/act.ts'
import { usePersonId } from '../state/session.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { NameDialog } from './NameDialog.tsx'

/** What a person can do with a channel. */
export function ChannelMenu({ channel }: { channel: ChannelInfo }) {
  const words = useWords()
  const me = usePersonId()
  const [dialog, setDialog] = useState<'invite' | 'rename'>()
  const isMember = me !== undefined && channel.members.includes(me)
  const deed = (what: string) => void act({ do: what, channel: channel.id })
  const afterAsking = async (title: string, text: string, yes: string, what: string) => {
    if (await ask({ title, text, yes, no: words.app.cancel, danger: true, mrkdwn: false })) deed(what)
  }
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={words.channel.menu}
            title={words.channel.menu}
          >
            <IconChevronDown size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {channel.is_archived ? (
            <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => deed('unarchive')}>
              {words.channel.unarchive}
            </Menu.Item>
          ) : !isMember ? (
            <Menu.Item leftSection={<IconUserPlus size={16} />} onClick={() => deed('join')}>
              {words.channel.join}
            </Menu.Item>
          ) : (
            <>
              <Menu.Item leftSection={<IconUserPlus size={16} />} onClick={() => setDialog('invite')}>
                {words.channel.invite}
              </Menu.Item>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setDialog('rename')}>
                {words.channel.rename}
              </Menu.Item>
              {!channel.is_private && (
                <Menu.Item
                  leftSection={<IconLock size={16} />}
                  onClick={() =>
                    void afterAsking(
                      words.dialog.privateTitle(channel.name),
                      words.dialog.privateText,
                      words.channel.makePrivate,
                      'make_private',
                    )
                  }
                >
                  {words.channel.makePrivate}
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => deed('leave')}>
                {words.channel.leave}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                color="red"
                leftSection={<IconArchive size={16} />}
                onClick={() =>
                  void afterAsking(
                    words.dialog.archiveTitle(channel.name),
                    words.dialog.archiveText,
                    words.channel.archive,
                    'archive',
                  )
                }
              >
                {words.channel.archive}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <InviteDialog channel={channel} opened={dialog === 'invite'} onClose={() => setDialog(undefined)} />
      <NameDialog
        opened={dialog === 'rename'}
        onClose={() => setDialog(undefined)}
        title={words.dialog.renameTitle(channel.name)}
        first={channel.name}
        yes={words.channel.rename}
        onName={async (name) => act({ do: 'rename', channel: channel.id, name }, true)}
      />
    </>
  )
}
