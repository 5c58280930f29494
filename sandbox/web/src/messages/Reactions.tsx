import { Tooltip, UnstyledButton } from '@mantine/core'
import type { Message, Reaction } from '../../../protocol.ts'
import { useWords } from '../i18n/words.ts'
import { act } from '../state/act.ts'
import { useWorkspace } from '../state/live.ts'
import { usePersonId } from '../state/session.ts'
import { Emoji } from '../text/Mention.tsx'
import { EmojiPicker } from './EmojiPicker.tsx'
import styles from './reactions.module.css'

/** The reactions below a message; a click adds or takes back one's own. */
export function Reactions({ message, channel }: { message: Message; channel: string }) {
  const words = useWords()
  if (message.reactions.length === 0) return null
  return (
    <div className={styles.reactions}>
      {message.reactions.map((reaction) => (
        <One key={reaction.name} reaction={reaction} channel={channel} ts={message.ts} />
      ))}
      <EmojiPicker
        label={words.message.react}
        className={styles.addReaction}
        onPick={(name) => react(channel, message.ts, name)}
      />
    </div>
  )
}

function One({ reaction, channel, ts }: { reaction: Reaction; channel: string; ts: string }) {
  const words = useWords()
  const me = usePersonId()
  const users = useWorkspace((workspace) => workspace.users)
  const mine = me !== undefined && reaction.users.includes(me)
  const names = reaction.users.map((id) => users.get(id)?.real_name ?? id).join(', ')
  const label = words.message.reactedBy(reaction.name, names)
  return (
    <Tooltip label={label} openDelay={300} multiline maw={260}>
      <UnstyledButton
        className={styles.reaction}
        aria-pressed={mine}
        aria-label={`:${reaction.name}: ${reaction.count}`}
        onClick={() => void act({ do: mine ? 'unreact' : 'react', channel, ts, name: reaction.name })}
      >
        <Emoji name={reaction.name} /> <span>{reaction.count}</span>
      </UnstyledButton>
    </Tooltip>
  )
}

/** Adds the acted person's reaction. */
export function react(channel: string, ts: string, name: string): void {
  void act({ do: 'react', channel, ts, name })
}
