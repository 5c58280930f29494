import IconBookmark from '@tabler/icons-react/dist/esm/icons/IconBookmark.mjs'
import type { ChannelInfo } from '../../../picture.ts'
import { useWords } from '../i18n/words.ts'
import { Emoji } from '../text/Mention.tsx'
import { SafeLink } from '../text/Mrkdwn.tsx'
import styles from './channel.module.css'

/** The links kept at the head of a channel; nothing where there are none. */
export function BookmarksBar({ channel }: { channel: ChannelInfo }) {
  const words = useWords()
  if (channel.bookmarks.length === 0) return null
  return (
    <nav className={styles.bookmarks} aria-label={words.channel.bookmarks}>
      {channel.bookmarks.map((bookmark) => (
        <span key={bookmark.id}>
          {bookmark.emoji ? <Emoji name={bookmark.emoji.replaceAll(':', '')} /> : <IconBookmark size={14} />}
          <SafeLink url={bookmark.link}>{bookmark.title}</SafeLink>
        </span>
      ))}
    </nav>
  )
}
