import type { Message } from '../../../protocol.ts'
import { useWords } from '../i18n/words.ts'
import { clockTime } from '../text/dates.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { momentOf, useDateStyle } from '../text/viewer.ts'
import { systemKind } from './group.ts'
import styles from './system-line.module.css'

/** What the workspace itself reports: one quiet line in the language of the one who reads. */
export function SystemLine({ messages }: { messages: readonly [Message, ...Message[]] }) {
  const words = useWords()
  const style = useDateStyle()
  const [first] = messages
  const by = first.inviter ?? first.remover
  const text = words.system[systemKind(first)]?.({
    who: messages.map((each) => mention(each.user ?? '')).join(words.sentence.and),
    by: by && mention(by),
    from: first.old_name ?? '',
    to: first.topic ?? first.purpose ?? first.name ?? '',
  })
  return (
    <div className={styles.system} data-ts={first.ts} role="note">
      <Mrkdwn text={text ?? first.text} />
      <time>{clockTime(momentOf(first.ts), style)}</time>
    </div>
  )
}

function mention(user: string): string {
  return `<@${user}>`
}
