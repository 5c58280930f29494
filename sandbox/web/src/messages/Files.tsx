import type { FileShown } from '../../../protocol.ts'
import { SafeLink } from '../text/Mrkdwn.tsx'
import styles from './message.module.css'

/** The files of a message, each to be fetched. */
export function Files({ files }: { files: readonly FileShown[] }) {
  return files.map(({ id, title, name, size, url_private }) => (
    <div key={id} className={styles.attachment}>
      <SafeLink url={url_private}>
        <strong>{title || name}</strong>
      </SafeLink>
      <small>{inUnits(size)}</small>
    </div>
  ))
}

function inUnits(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
