import { CloseButton, UnstyledButton } from '@mantine/core'
import styles from './app.module.css'
import { useWords } from './i18n/words.ts'
import { useWorkspace } from './state/live.ts'
import { go } from './state/route.ts'
import { dismissHint, useHintDismissed } from './state/session.ts'

/** One line for whoever is here for the first time. */
export function WelcomeHint() {
  const words = useWords()
  const dismissed = useHintDismissed()
  const bot = useWorkspace((workspace) => workspace.users.get(workspace.app.user)?.name ?? workspace.app.name)
  const general = useWorkspace((workspace) => {
    for (const channel of workspace.channels.values()) if (channel.name === 'general') return channel.id
    return undefined
  })
  if (dismissed || !general) return null
  return (
    <div className={styles.hint}>
      <span>
        👋 {words.hint.text(bot)}{' '}
        <UnstyledButton className={styles.hintLink} onClick={() => go({ page: 'channel', channel: general })}>
          {words.hint.go}
        </UnstyledButton>
      </span>
      <CloseButton size="sm" aria-label={words.app.dismiss} onClick={dismissHint} />
    </div>
  )
}
