import { ActionIcon, Menu } from '@mantine/core'
import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs'
import IconDotsVertical from '@tabler/icons-react/dist/esm/icons/IconDotsVertical.mjs'
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs'
import IconMessageReply from '@tabler/icons-react/dist/esm/icons/IconMessageReply.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs'
import IconPinnedOff from '@tabler/icons-react/dist/esm/icons/IconPinnedOff.mjs'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import type { Message } from '../../../protocol.ts'
import { ask } from '../blocks/confirm.ts'
import { useWords } from '../i18n/words.ts'
import { tell } from '../notices/notices.ts'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'
import { routePath } from '../state/route.ts'
import { usePersonId } from '../state/session.ts'
import { EmojiPicker } from './EmojiPicker.tsx'
import styles from './message.module.css'
import { react } from './Reactions.tsx'
import { openThread } from './ThreadLink.tsx'

type Props = {
  message: Message
  channel: string
  pinned: boolean
  inThread: boolean
  onEdit(): void
  onOpenChange(open: boolean): void
}

/** What can be done to a message: shown while the pointer or the focus is on it. */
export function MessageActions({ message, channel, pinned, inThread, onEdit, onOpenChange }: Props) {
  const words = useWords()
  const me = usePersonId()
  const shortcuts = useWorkspace((workspace) => workspace.app.shortcuts)
  const where = { channel, ts: message.ts }
  const mine = message.user === me
  const ephemeral = message.ephemeral_to !== undefined
  const pinLabel = pinned ? words.message.unpin : words.message.pin
  return (
    <div className={styles.tools} role="toolbar" aria-label={words.message.actions}>
      {!ephemeral && (
        <>
          <EmojiPicker
            label={words.message.react}
            onPick={(name) => react(channel, message.ts, name)}
            onOpenChange={onOpenChange}
          />
          {!inThread && (
            <Tool label={words.message.reply} onClick={() => openThread(channel, message.thread_ts ?? message.ts)}>
              <IconMessageReply size={17} stroke={1.7} />
            </Tool>
          )}
          <Tool label={pinLabel} onClick={() => void act({ do: pinned ? 'unpin' : 'pin', ...where })}>
            {pinned ? <IconPinnedOff size={17} stroke={1.7} /> : <IconPin size={17} stroke={1.7} />}
          </Tool>
        </>
      )}
      <Menu position="bottom-end" shadow="md" onChange={onOpenChange} withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={words.message.more}
            title={words.message.more}
          >
            <IconDotsVertical size={17} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!ephemeral &&
            shortcuts
              .filter((shortcut) => shortcut.type === 'message')
              .map((shortcut) => (
                <Menu.Item
                  key={shortcut.callback_id}
                  leftSection={<IconBolt size={16} />}
                  onClick={() => void act({ do: 'message_shortcut', callback_id: shortcut.callback_id, ...where })}
                >
                  {shortcut.name}
                </Menu.Item>
              ))}
          <Menu.Item
            leftSection={<IconLink size={16} />}
            onClick={() => void copyLink(channel, message.ts, words.message.copied)}
          >
            {words.message.copyLink}
          </Menu.Item>
          {mine && !ephemeral && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
                {words.message.edit}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} />}
                onClick={async () => {
                  const question = { title: words.dialog.deleteTitle, text: message.text, mrkdwn: true, danger: true }
                  const yes = await ask({ ...question, yes: words.dialog.delete, no: words.app.cancel })
                  if (yes) void act({ do: 'delete', ...where })
                }}
              >
                {words.message.delete}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function Tool({ label, onClick, children }: { label: string; onClick(): void; children: React.ReactNode }) {
  return (
    <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} title={label} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}

async function copyLink(channel: string, ts: string, done: string): Promise<void> {
  await navigator.clipboard?.writeText(location.origin + routePath({ page: 'channel', channel, ts }))
  tell(done)
}
