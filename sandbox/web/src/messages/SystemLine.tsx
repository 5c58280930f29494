import type { Message } from '../../../protocol.ts'
import { useWords } from '../i18n/words.ts'
import { clockTime } from '../text/dates.ts'
import { UserMention } from '../text/Mention.tsx'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { momentOf, useDateStyle } from '../text/viewer.ts'
import styles from './messages.module.css'

/** What the workspace itself reports: one quiet line. */
export function SystemLine({ message }: { message: Message; channel: string }) {
  const words = useWords()
  const style = useDateStyle()
  const kind = (message.subtype ?? '').replace(/^group_/, 'channel_')
  const known = kind in words.system ? words.system[kind as keyof typeof words.system] : undefined
  return (
    <div className={styles.system} data-ts={message.ts} role="note">
      {known && message.user ? (
        <span>
          <UserMention id={message.user} /> {known}
        </span>
      ) : (
        <Mrkdwn text={message.text} />
      )}
      <time>{clockTime(momentOf(message.ts), style)}</time>
    </div>
  )
}
