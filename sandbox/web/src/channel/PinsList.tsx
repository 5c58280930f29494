import { UnstyledButton } from '@mantine/core'
import type { ChannelInfo } from '../../../picture.ts'
import { useWords } from '../i18n/words.ts'
import { useWorkspace } from '../state/live.ts'
import { go } from '../state/route.ts'
import { clockTime, dayKey } from '../text/dates.ts'
import { usePersonName } from '../text/Mention.tsx'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { momentOf, useDateStyle } from '../text/viewer.ts'
import styles from './channel.module.css'

/** What is pinned to a channel; each leads to its place. */
export function PinsList({ channel }: { channel: ChannelInfo }) {
  const words = useWords()
  return (
    <section className={styles.sheet} aria-label={words.channel.pinsTitle}>
      <h2>{words.channel.pinsTitle}</h2>
      {channel.pins.length === 0 && <p>{words.channel.noPins}</p>}
      {channel.pins.map((ts) => (
        <Pin key={ts} channel={channel.id} ts={ts} />
      ))}
    </section>
  )
}

function Pin({ channel, ts }: { channel: string; ts: string }) {
  const style = useDateStyle()
  const message = useWorkspace((workspace) => workspace.messages.get(channel)?.find((one) => one.ts === ts))
  const name = usePersonName(message?.user)
  const at = momentOf(ts)
  if (!message) return null
  const thread = message.thread_ts !== undefined && message.thread_ts !== ts ? message.thread_ts : undefined
  return (
    <UnstyledButton
      className={styles.pin}
      onClick={() => go({ page: 'channel', channel, ...(thread ? { thread } : { ts }) })}
    >
      <span>
        <strong>{name}</strong> {dayKey(at, style.timeZone)} {clockTime(at, style)}
      </span>
      <div className={styles.excerpt}>
        <Mrkdwn text={message.text.slice(0, 300)} />
      </div>
    </UnstyledButton>
  )
}
