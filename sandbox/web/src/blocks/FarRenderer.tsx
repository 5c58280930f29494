import { useComputedColorScheme } from '@mantine/core'
import { type Block, Message } from 'slack-blocks-to-jsx'
import 'slack-blocks-to-jsx/dist/style.css'
import { useMemo } from 'react'
import { useWords } from '../i18n/words.ts'
import { useWorkspace } from '../state/live.ts'
import styles from './blocks.module.css'

const KINDS = new Set([
  'markdown',
  'table',
  'video',
  'alert',
  'card',
  'carousel',
  'plan',
  'task_card',
  'container',
  'data_visualization',
])

/** Draws the rarer blocks with slack-blocks-to-jsx: for display only, their buttons do nothing. */
export default function FarRenderer({ kind, raw }: { kind: string; raw: unknown }) {
  const words = useWords()
  const theme = useComputedColorScheme('light')
  const users = useWorkspace((workspace) => workspace.users)
  const channels = useWorkspace((workspace) => workspace.channels)
  const data = useMemo(
    () => ({
      users: [...users.values()].map((user) => ({ id: user.id, name: user.real_name })),
      channels: [...channels.values()].map((channel) => ({ id: channel.id, name: channel.name })),
    }),
    [users, channels],
  )
  if (!KINDS.has(kind)) return <div className={styles.waiting}>{words.message.unsupported(kind)}</div>
  return (
    <div className={styles.far}>
      {/* The server has checked the block against Slack's own rules. */}
      <Message blocks={[raw as Block]} logo="" name="" theme={theme} withoutWrapper unstyled data={data} />
    </div>
  )
}
