import { CloseButton } from '@mantine/core'
import styles from './app.module.css'
import { sayError, useWords } from './i18n/words.ts'
import { dismiss, useNotices } from './state/notices.ts'

/** What was refused or done, for a few seconds, where it disturbs nobody. */
export function Notices() {
  const words = useWords()
  const notices = useNotices()
  return (
    <div className={styles.notices} role="status" aria-live="polite">
      {notices.map((notice) => (
        <div key={notice.id} className={styles.notice}>
          <span>{sayError(words, notice.code)}</span>
          <CloseButton size="sm" aria-label={words.app.dismiss} onClick={() => dismiss(notice.id)} />
        </div>
      ))}
    </div>
  )
}
