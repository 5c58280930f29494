import { CloseButton, UnstyledButton } from '@mantine/core'
import { useEffect } from 'react'
import { channelTitle } from '../channel/access.ts'
import { sayError, useWords } from '../i18n/words.ts'
import { Avatar } from '../people/Avatar.tsx'
import { useWorkspace } from '../state/live.ts'
import { go, useRoute } from '../state/route.ts'
import { usePersonId } from '../state/session.ts'
import { usePersonName } from '../text/Mention.tsx'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import type { Call } from './call.ts'
import styles from './notices.module.css'
import { dismiss, dismissCalls, useNotices } from './notices.ts'

/** What was refused or done, and who calls, for a few seconds, where it disturbs nobody. */
export function Notices() {
  const words = useWords()
  const notices = useNotices()
  const { channel } = useRoute()
  useEffect(() => {
    if (channel) dismissCalls(channel)
  }, [channel])
  return (
    <>
      <div className={styles.notices} role="status" aria-live="polite">
        {notices.map((notice) =>
          'code' in notice ? (
            <div key={notice.id} className={styles.notice}>
              <span>{sayError(words, notice.code)}</span>
              <CloseButton size="sm" aria-label={words.app.dismiss} onClick={() => dismiss(notice.id)} />
            </div>
          ) : null,
        )}
      </div>
      <div className={styles.calls} role="status" aria-live="polite">
        {notices.map((notice) =>
          // Whoever has just gone there needs no second copy of what stands there.
          'call' in notice && notice.call.channel !== channel ? (
            <CallLine key={notice.id} call={notice.call} onClose={() => dismiss(notice.id)} />
          ) : null,
        )}
      </div>
    </>
  )
}

function CallLine({ call, onClose }: { call: Call; onClose(): void }) {
  const words = useWords()
  const me = usePersonId()
  const place = useWorkspace((workspace) => workspace.channels.get(call.channel))
  const users = useWorkspace((workspace) => workspace.users)
  const name = usePersonName(call.by)
  const title = place ? channelTitle(place, me, users) : ''
  const visit = () => {
    onClose()
    const { ts, thread_ts } = call.message
    const inThread = thread_ts !== undefined && thread_ts !== ts ? { thread: thread_ts } : {}
    go({ page: 'channel', channel: call.channel, ...inThread })
  }
  return (
    <div className={styles.call}>
      <UnstyledButton className={styles.callBody} onClick={visit}>
        <Avatar user={users.get(call.by ?? '')} size={32} />
        <span className={styles.callText}>
          <strong className={styles.callTitle}>{words.call[call.kind](name, title)}</strong>
          {call.kind !== 'invited' && (
            <span className={styles.excerpt}>
              <Mrkdwn text={call.message.text} />
            </span>
          )}
        </span>
      </UnstyledButton>
      <CloseButton size="sm" aria-label={words.app.dismiss} onClick={onClose} />
    </div>
  )
}
